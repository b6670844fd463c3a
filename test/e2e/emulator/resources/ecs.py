"""AWS::ECS: clusters, capacity providers and task definitions."""

from typing import Any

from ..resource import Properties, Resource, renamed, without


class Cluster(Resource):
    type = "AWS::ECS::Cluster"
    service = "ecs"
    name_property = "ClusterName"

    def create(self, properties: Properties) -> None:
        request = self.request("CreateCluster", self.named(self._for_api(properties)))
        cluster = self.call("CreateCluster", **request)["cluster"]
        self.physical_resource_id = cluster["clusterName"]
        self.attributes = {"Arn": cluster["clusterArn"]}

    def update(self, properties: Properties) -> None:
        changes = without(self._for_api(properties), "ClusterName", "Tags")
        changes = self.request("UpdateCluster", changes)
        self.call("UpdateCluster", cluster=self.physical_resource_id, **changes)

    def delete(self) -> None:
        self.call("DeleteCluster", cluster=self.physical_resource_id)

    @staticmethod
    def _for_api(properties: Properties) -> Properties:
        return renamed(properties, ClusterSettings="Settings")


class CapacityProvider(Resource):
    type = "AWS::ECS::CapacityProvider"
    service = "ecs"
    name_property = "Name"

    def create(self, properties: Properties) -> None:
        request = self.request("CreateCapacityProvider", self.named(properties))
        answer = self.call("CreateCapacityProvider", **request)
        self.physical_resource_id = answer["capacityProvider"]["name"]

    def delete(self) -> None:
        self.call("DeleteCapacityProvider", capacityProvider=self.physical_resource_id)


class ClusterCapacityProviderAssociations(Resource):
    type = "AWS::ECS::ClusterCapacityProviderAssociations"
    service = "ecs"

    def create(self, properties: Properties) -> None:
        self.call(
            "PutClusterCapacityProviders",
            **self.request("PutClusterCapacityProviders", properties),
        )
        self.physical_resource_id = properties["Cluster"]

    def update(self, properties: Properties) -> None:
        self.create(properties)

    def delete(self) -> None:
        self.call(
            "PutClusterCapacityProviders",
            cluster=self.physical_resource_id,
            capacityProviders=[],
            defaultCapacityProviderStrategy=[],
        )


class TaskDefinition(Resource):
    """A changed task definition is a new revision; the old one is deregistered in the end."""

    type = "AWS::ECS::TaskDefinition"
    service = "ecs"
    name_property = "Family"

    def create(self, properties: Properties) -> None:
        request = self.request("RegisterTaskDefinition", self.named(properties))
        definition = self.call("RegisterTaskDefinition", **request)["taskDefinition"]
        self.physical_resource_id = definition["taskDefinitionArn"]
        self.attributes = {"TaskDefinitionArn": self.physical_resource_id}

    def made_up_name(self) -> str:
        # The same family for each revision, as CloudFormation does.
        return f"{self.stack_name}{self.logical_resource_id}"

    def delete(self) -> None:
        self.call("DeregisterTaskDefinition", taskDefinition=self.physical_resource_id)


def container_named(definition: dict[str, Any], name: str) -> dict[str, Any] | None:
    containers = definition["containerDefinitions"]
    return next((container for container in containers if container["name"] == name), None)
