"""AWS::CodeDeploy. moto can't delete what it has created here, and nothing else in the account refers to it."""

from typing import Any

from ..resource import Properties, Resource


class Application(Resource):
    type = "AWS::CodeDeploy::Application"
    service = "codedeploy"
    name_property = "ApplicationName"

    def create(self, properties: Properties) -> None:
        request = self.request("CreateApplication", self.named(properties))
        self.call("CreateApplication", **request)
        self.physical_resource_id = request["applicationName"]

    def delete(self) -> None:
        pass


class DeploymentGroup(Resource):
    type = "AWS::CodeDeploy::DeploymentGroup"
    service = "codedeploy"
    name_property = "DeploymentGroupName"

    def create(self, properties: Properties) -> None:
        request: dict[str, Any] = self.request("CreateDeploymentGroup", self.named(properties))
        self.call("CreateDeploymentGroup", **request)
        self.physical_resource_id = request["deploymentGroupName"]

    def delete(self) -> None:
        pass
