"""Calls to the emulator's own API, each checked against the service's model first."""

import json
import re
from functools import lru_cache
from typing import Any

import boto3
from botocore import xform_name
from botocore.model import Shape

endpoint = ""


class InvalidProperty(Exception):
    """A template holds something that the API has no place for."""


@lru_cache
def client(service: str, region: str) -> Any:
    return boto3.client(service, region_name=region, endpoint_url=endpoint)


def call(service: str, region: str, operation: str, /, **request: Any) -> dict[str, Any]:
    """Makes one API call; boto3 checks names, types and required members of the request."""
    return getattr(client(service, region), xform_name(operation))(**request)


def request_for(
    service: str, region: str, operation: str, properties: dict[str, Any]
) -> dict[str, Any]:
    """The properties of a resource in the API's spelling. A property the request has no member for is an error."""
    model = client(service, region).meta.service_model.operation_model(operation)
    return convert(model.input_shape, properties, operation)


def convert(shape: Shape, value: Any, path: str) -> Any:
    converter = CONVERTERS.get(shape.type_name)
    return converter(shape, value, path) if converter else value


def structure(shape: Shape, value: Any, path: str) -> dict[str, Any]:
    expect(isinstance(value, dict), path, "an object", value)
    spelling = {fold(name): name for name in shape.members}
    converted = {}
    for key, item in value.items():
        name = spelling.get(fold(key))
        if name is None:
            raise InvalidProperty(f"{path} has no member {key}")
        converted[name] = convert(shape.members[name], item, f"{path}.{name}")
    return converted


def array(shape: Shape, value: Any, path: str) -> list[Any]:
    expect(isinstance(value, list), path, "a list", value)
    return [convert(shape.member, item, f"{path}[{i}]") for i, item in enumerate(value)]


def mapping(shape: Shape, value: Any, path: str) -> dict[str, Any]:
    if isinstance(value, list):  # CloudFormation lists tags where some APIs want a map
        value = {tag["Key"]: tag["Value"] for tag in value}
    expect(isinstance(value, dict), path, "a map", value)
    return {key: convert(shape.value, item, f"{path}.{key}") for key, item in value.items()}


def string(shape: Shape, value: Any, path: str) -> str:
    if isinstance(value, dict):  # policy documents and the like, which APIs take as JSON text
        return json.dumps(value)
    expect(not isinstance(value, list), path, "text", value)
    text = str(value).lower() if isinstance(value, bool) else str(value)
    allowed = getattr(shape, "enum", [])
    expect(not allowed or text in allowed, path, f"one of {', '.join(allowed)}", value)
    return text


def integer(_: Shape, value: Any, path: str) -> int:
    expect(re.fullmatch(r"-?\d+(\.0)?", str(value)), path, "an integer", value)
    return int(float(value))


def number(_: Shape, value: Any, path: str) -> float:
    expect(re.fullmatch(r"-?\d+(\.\d+)?", str(value)), path, "a number", value)
    return float(value)


def boolean(_: Shape, value: Any, path: str) -> bool:
    expect(str(value).lower() in ("true", "false"), path, "a boolean", value)
    return str(value).lower() == "true"


CONVERTERS = {
    "structure": structure,
    "list": array,
    "map": mapping,
    "string": string,
    "integer": integer,
    "long": integer,
    "float": number,
    "double": number,
    "boolean": boolean,
}


def fold(name: str) -> str:
    return name.lower()


def expect(condition: Any, path: str, wanted: str, value: Any) -> None:
    if not condition:
        raise InvalidProperty(f"{path} must be {wanted}, but is {value!r}")
