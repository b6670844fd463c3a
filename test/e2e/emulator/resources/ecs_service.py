"""AWS::ECS::Service. moto keeps a part of a service; this adds the rest, and some of what ECS refuses."""

from typing import Any
from uuid import uuid4

from botocore import xform_name
from moto.core.utils import utcnow
from moto.ecs.models import ecs_backends

from .. import api
from ..resource import Properties, Resource, only, renamed, without
from .ecs import container_named

#: Members of the request that Describe answers inside the deployment, not beside it.
OF_THE_DEPLOYMENT = ("serviceConnectConfiguration", "volumeConfigurations", "vpcLatticeConfigurations")
#: What CloudFormation can't change without a new service.
FIXED = {"Cluster", "ServiceName", "LaunchType", "SchedulingStrategy", "Role"}


class RefusedByEcs(Exception):
    """ECS would answer CreateService or UpdateService with an error."""


class Service(Resource):
    type = "AWS::ECS::Service"
    service = "ecs"
    name_property = "ServiceName"

    def create(self, properties: Properties) -> None:
        request = self._request_of(self.named(properties))
        if request.get("schedulingStrategy") != "DAEMON":
            request.setdefault("desiredCount", 1)
        self._refuse_what_ecs_refuses(request)
        service = self.call("CreateService", **request)["service"]
        self.physical_resource_id = service["serviceArn"]
        self.attributes = {"Name": service["serviceName"], "ServiceArn": service["serviceArn"]}
        self._complete(request)

    def update(self, properties: Properties) -> None:
        changed = {
            name
            for name in properties.keys() | self.properties.keys()
            if properties.get(name) != self.properties.get(name)
        }
        if changed & FIXED:
            raise api.InvalidProperty(f"{', '.join(sorted(changed & FIXED))} can't change without a new service")
        request = self._request_of(properties)
        self._refuse_what_ecs_refuses(request)
        # The rest of the properties is set by _complete(), as moto's UpdateService takes little.
        update = only(request, "cluster", "taskDefinition", "desiredCount")
        self.call("UpdateService", service=self.attributes["Name"], **update)
        self._complete(request)

    def delete(self) -> None:
        self.call(
            "DeleteService",
            cluster=self.properties.get("Cluster", "default"),
            service=self.attributes["Name"],
            force=True,
        )

    def _request_of(self, properties: Properties) -> dict[str, Any]:
        properties = renamed(properties, PlacementStrategies="PlacementStrategy")
        return self.request("CreateService", properties)

    def _complete(self, request: dict[str, Any]) -> None:
        """Sets what moto dropped and lets the service reach its desired count."""
        service = self._stored(request.get("cluster", "default"))
        for member, value in without(request, "cluster", "taskDefinition", "serviceName", *OF_THE_DEPLOYMENT).items():
            setattr(service, xform_name(member), value)
        if "launchType" not in request and "capacityProviderStrategy" in request:
            service.launch_type = None
        service.running_count, service.pending_count = service.desired_count, 0
        service.events.insert(
            0,
            {
                "id": str(uuid4()),
                "createdAt": utcnow(),
                "message": f"(service {service.name}) has reached a steady state.",
            },
        )
        if service.deployments:
            service.deployments[0].update(
                {
                    "desiredCount": service.desired_count,
                    "runningCount": service.desired_count,
                    "pendingCount": 0,
                    "taskDefinition": service.task_definition,
                    "launchType": service.launch_type,
                    "rolloutState": "COMPLETED",
                    "rolloutStateReason": "ECS deployment completed.",
                    "networkConfiguration": request.get("networkConfiguration"),
                    "capacityProviderStrategy": request.get("capacityProviderStrategy"),
                    **{name: request[name] for name in OF_THE_DEPLOYMENT if name in request},
                }
            )

    def _stored(self, cluster: str) -> Any:
        name = cluster.split("/")[-1]
        return ecs_backends[self.account][self.region].services[f"{name}:{self.attributes['Name']}"]

    def _refuse_what_ecs_refuses(self, request: dict[str, Any]) -> None:
        if "launchType" in request and "capacityProviderStrategy" in request:
            raise RefusedByEcs("Specifying both a launch type and capacity provider strategy is not supported")
        definition = self.call(
            "DescribeTaskDefinition", taskDefinition=request["taskDefinition"]
        )["taskDefinition"]
        if definition["networkMode"] == "awsvpc" and "networkConfiguration" not in request:
            raise RefusedByEcs("Network Configuration must be provided when networkMode 'awsvpc' is specified")
        for target in request.get("loadBalancers", []):
            self._refuse_target(definition, target)
        for lattice in request.get("vpcLatticeConfigurations", []):
            self._refuse_missing_port_name(definition, lattice["portName"])
        for registry in request.get("serviceRegistries", []):
            if "containerName" in registry:
                self._refuse_missing_port(definition, registry["containerName"], registry["containerPort"])

    def _refuse_target(self, definition: dict[str, Any], target: dict[str, Any]) -> None:
        self._refuse_missing_port(definition, target["containerName"], target["containerPort"])
        group = api.call(
            "elbv2", self.region, "DescribeTargetGroups", TargetGroupArns=[target["targetGroupArn"]]
        )["TargetGroups"][0]
        if not group["LoadBalancerArns"]:
            raise RefusedByEcs(
                f"The target group with targetGroupArn {group['TargetGroupArn']} does not have an associated load balancer"
            )
        wanted = "ip" if definition["networkMode"] == "awsvpc" else "instance"
        if group["TargetType"] != wanted:
            raise RefusedByEcs(
                f"The provided target group has target type {group['TargetType']}, which is incompatible "
                f"with the {definition['networkMode']} network mode"
            )

    @staticmethod
    def _refuse_missing_port_name(definition: dict[str, Any], name: str) -> None:
        mappings = [mapping for one in definition["containerDefinitions"] for mapping in one.get("portMappings", [])]
        if name not in [mapping.get("name") for mapping in mappings]:
            raise RefusedByEcs(f"The task definition has no port mapping with the name {name}")

    @staticmethod
    def _refuse_missing_port(definition: dict[str, Any], name: str, port: int) -> None:
        container = container_named(definition, name)
        if container is None:
            raise RefusedByEcs(f"The container {name} does not exist in the task definition")
        if port not in [mapping["containerPort"] for mapping in container.get("portMappings", [])]:
            raise RefusedByEcs(f"The container {name} did not have a container port {port} defined")
