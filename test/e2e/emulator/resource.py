"""What every CloudFormation resource of the emulator is: a few API calls and the answers worth keeping."""

import secrets
from typing import Any

from . import api

Properties = dict[str, Any]

registry: dict[str, type["Resource"]] = {}


class Resource:
    """One resource of one stack. A subclass names its type and says how it comes and goes.

    Without an `update` of its own, a changed resource is replaced: the new one is created first
    and the old one deleted when the rest of the stack has been updated.
    """

    type: str
    service: str
    #: The property that names the resource, if it has one; CloudFormation makes a name up when it is left out.
    name_property: str | None = None
    name_length = 128

    # Read by moto when it lists the resources of a stack.
    status = "CREATE_COMPLETE"

    def __init_subclass__(cls) -> None:
        if "type" in cls.__dict__:
            registry[cls.type] = cls

    def __init__(self, logical_id: str, stack_name: str, account: str, region: str):
        self.logical_resource_id = logical_id
        self.stack_name = stack_name
        self.account = account
        self.region = region
        self.physical_resource_id = ""
        self.attributes: dict[str, Any] = {}
        self.properties: Properties = {}

    @property
    def cf_resource_type(self) -> str:
        return self.type

    def create(self, properties: Properties) -> None:
        """Creates the resource and sets its physical id and attributes."""
        raise NotImplementedError

    def delete(self) -> None:
        raise NotImplementedError

    update: Any = None

    def named(self, properties: Properties) -> Properties:
        """The properties with a name, made up if the template has none."""
        if self.name_property is None or self.name_property in properties:
            return properties
        return {self.name_property: self.made_up_name(), **properties}

    def made_up_name(self) -> str:
        suffix = "-" + secrets.token_hex(6)
        start = f"{self.stack_name}-{self.logical_resource_id}"
        return start[: self.name_length - len(suffix)].rstrip("-") + suffix

    def call(self, operation: str, /, **request: Any) -> dict[str, Any]:
        return api.call(self.service, self.region, operation, **request)

    def request(self, operation: str, properties: Properties) -> dict[str, Any]:
        return api.request_for(self.service, self.region, operation, properties)

    def get_cfn_attribute(self, name: str) -> Any:
        try:
            return self.attributes[name]
        except KeyError:
            raise api.InvalidProperty(f"{self.type} has no attribute {name} here") from None

    @classmethod
    def has_cfn_attr(cls, _: str) -> bool:
        return True  # unknown ones fail when they are read

    def is_created(self) -> bool:
        return True


def without(properties: Properties, *names: str) -> Properties:
    return {key: value for key, value in properties.items() if key not in names}


def only(properties: Properties, *names: str) -> Properties:
    return {key: value for key, value in properties.items() if key in names}


def renamed(properties: Properties, **names: str) -> Properties:
    return {names.get(key, key): value for key, value in properties.items()}
