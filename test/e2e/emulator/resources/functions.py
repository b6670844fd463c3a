"""AWS::Lambda: functions are kept and described, never run."""

from typing import Any

from ..resource import Properties, Resource, without


class Function(Resource):
    type = "AWS::Lambda::Function"
    service = "lambda"
    name_property = "FunctionName"
    name_length = 64

    def create(self, properties: Properties) -> None:
        named = self.named(properties)
        code = dict(named["Code"])
        if "ZipFile" in code:
            # A template holds source text here, the API a ZIP file; nothing looks inside.
            code["ZipFile"] = code["ZipFile"].encode()
        request = self.request("CreateFunction", {**without(named, "Code"), "Code": {}})
        answer = self.call("CreateFunction", **{**request, "Code": code})
        self.physical_resource_id = answer["FunctionName"]
        self.attributes = {"Arn": answer["FunctionArn"]}

    def delete(self) -> None:
        self.call("DeleteFunction", FunctionName=self.physical_resource_id)


class Permission(Resource):
    type = "AWS::Lambda::Permission"
    service = "lambda"

    def create(self, properties: Properties) -> None:
        self.function = properties["FunctionName"]
        self.physical_resource_id = self.made_up_name()
        request: dict[str, Any] = {**properties, "StatementId": self.physical_resource_id}
        self.call("AddPermission", **self.request("AddPermission", request))

    def delete(self) -> None:
        self.call(
            "RemovePermission", FunctionName=self.function, StatementId=self.physical_resource_id
        )
