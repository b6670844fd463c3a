"""Creates, updates and deletes the resources of a stack in the order their references ask for."""

import re
from collections.abc import Iterator
from graphlib import TopologicalSorter
from typing import Any

from moto.cloudformation.parsing import ResourceMap, clean_json

from .api import InvalidProperty
from .resource import Properties, Resource, registry


class ResourceFailed(Exception):
    def __init__(self, logical_id: str, resource_type: str, reason: Exception):
        super().__init__(f"{logical_id} ({resource_type}): {reason}")
        self.logical_id = logical_id
        self.resource_type = resource_type
        self.reason = reason


class StrictResourceMap(ResourceMap):
    """moto's map of resources, with its resolver of intrinsic functions but not its resources."""

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        #: What has been done since somebody last looked, in order.
        self.journal: list[tuple[Resource, str]] = []

    def __getitem__(self, key: str) -> Any:
        return self._parsed_resources[key]

    def __len__(self) -> int:
        return len(self._created())

    def __iter__(self) -> Iterator[str]:
        return iter(self._created())

    def get(self, key: str, default: Any = None) -> Any:
        return self._parsed_resources.get(key, default)

    def _created(self) -> dict[str, Resource]:
        return {
            key: value
            for key, value in self._parsed_resources.items()
            if isinstance(value, Resource)
        }

    def create(self, template: dict[str, Any]) -> bool:
        self.update(template)
        return True

    def update(self, template: dict[str, Any], parameters: dict[str, Any] | None = None) -> None:
        before = self._created()
        previous = self._resource_json_map
        self._template = template
        self._resource_json_map = template["Resources"]
        if parameters:
            self.input_parameters = parameters
        self.load()

        obsolete: list[Resource] = []
        for logical_id in creation_order(template):
            if not self._wanted(template["Resources"][logical_id]):
                continue
            with FailureContext(logical_id, template["Resources"][logical_id]["Type"]):
                replaced = self._apply(logical_id, before.pop(logical_id, None))
            if replaced:
                obsolete.append(replaced)

        retained = retained_ids(previous)
        obsolete += [gone for key, gone in before.items() if key not in retained]
        for logical_id in before:
            del self._parsed_resources[logical_id]
        # What was created last depends on what was created first.
        for resource in reversed(obsolete):
            self._remove(resource)

    def delete(self) -> None:
        retained = retained_ids(self._resource_json_map)
        created = self._created()
        for logical_id in reversed(creation_order(self._template)):
            resource = created.get(logical_id)
            if resource is None:
                continue
            if logical_id not in retained:
                self._remove(resource)
            del self._parsed_resources[logical_id]

    def _wanted(self, definition: dict[str, Any]) -> bool:
        condition = definition.get("Condition")
        return condition is None or self.lazy_condition_map[condition]

    def _apply(self, logical_id: str, existing: Resource | None) -> Resource | None:
        """Creates or changes one resource; answers the old one if it was replaced."""
        definition = self._resource_json_map[logical_id]
        properties = self._resolve(definition.get("Properties", {}))
        if existing and existing.properties == properties and existing.type == definition["Type"]:
            return None
        if existing and existing.update and existing.type == definition["Type"]:
            existing.update(properties)
            existing.properties = properties
            self.journal.append((existing, "UPDATE_COMPLETE"))
            return None
        resource_class = registry.get(definition["Type"])
        if resource_class is None:
            raise InvalidProperty(f"the emulator doesn't know the resource type {definition['Type']}")
        resource = resource_class(
            logical_id, self["AWS::StackName"], self._account_id, self._region_name
        )
        resource.create(properties)
        resource.properties = properties
        self._parsed_resources[logical_id] = resource
        self.journal.append((resource, "CREATE_COMPLETE"))
        return existing

    def _remove(self, resource: Resource) -> None:
        with FailureContext(resource.logical_resource_id, resource.type):
            resource.delete()
        self.journal.append((resource, "DELETE_COMPLETE"))

    def _resolve(self, properties: Properties) -> Properties:
        resolved = clean_json(properties, self)
        leftover = unresolved(resolved)
        if leftover:
            raise InvalidProperty(f"the emulator can't resolve {leftover}")
        return resolved


class FailureContext:
    """Says which resource an error comes from."""

    def __init__(self, logical_id: str, resource_type: str):
        self.logical_id = logical_id
        self.resource_type = resource_type

    def __enter__(self) -> None:
        pass

    def __exit__(self, _: Any, error: BaseException | None, __: Any) -> None:
        if isinstance(error, Exception):
            raise ResourceFailed(self.logical_id, self.resource_type, error) from error


def creation_order(template: dict[str, Any]) -> list[str]:
    """Only what a resource refers to or depends on comes before it. Everything else comes in
    reverse alphabetical order, so that a stack can't pass because of a lucky order in the template."""
    resources = template["Resources"]
    graph = TopologicalSorter()
    for logical_id in sorted(resources, reverse=True):
        depends_on = resources[logical_id].get("DependsOn", [])
        named = {depends_on} if isinstance(depends_on, str) else set(depends_on)
        named |= references(resources[logical_id].get("Properties", {}))
        graph.add(logical_id, *sorted(named & resources.keys(), reverse=True))
    return list(graph.static_order())


def references(value: Any) -> set[str]:
    found: set[str] = set()
    if isinstance(value, list):
        for item in value:
            found |= references(item)
    if isinstance(value, dict):
        for key, item in value.items():
            if key == "Ref":
                found.add(item)
            elif key == "Fn::GetAtt":
                found.add(item[0] if isinstance(item, list) else item.split(".")[0])
            elif key == "Fn::Sub":
                text = item[0] if isinstance(item, list) else item
                found |= {name.split(".")[0] for name in re.findall(r"\${([^!}]+)}", text)}
                found |= references(item[1:] if isinstance(item, list) else [])
            else:
                found |= references(item)
    return found


def retained_ids(definitions: dict[str, Any]) -> set[str]:
    return {
        logical_id
        for logical_id, definition in definitions.items()
        if definition.get("DeletionPolicy", "Delete").startswith("Retain")
    }


def unresolved(value: Any) -> Any:
    """The first intrinsic function that is still there."""
    if isinstance(value, list):
        return next(filter(None, map(unresolved, value)), None)
    if isinstance(value, dict):
        if any(key.startswith("Fn::") for key in value):
            return value
        return next(filter(None, map(unresolved, value.values())), None)
    return None
