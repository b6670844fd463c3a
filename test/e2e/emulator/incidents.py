"""What goes wrong in a running account, and no API call brings about. Each incident is a line of JSON on the standard input."""

from copy import copy
from datetime import timedelta
from types import SimpleNamespace
from typing import Any, Callable
from uuid import uuid4

from botocore import xform_name
from moto.applicationautoscaling.models import applicationautoscaling_backends
from moto.codedeploy.models import codedeploy_backends
from moto.core.utils import utcnow
from moto.ecs.models import ecs_backends
from moto.elbv2.models import FakeHealthStatus, elbv2_backends
from moto.servicediscovery.models import servicediscovery_backends


class Incidents:
    def __init__(self, account: str, region: str) -> None:
        self.account, self.region = account, region
        self.ecs = ecs_backends[account][region]

    def happen(self, incident: str, **about: Any) -> None:
        happenings: dict[str, Callable[..., None]] = {
            "service": self.service,
            "stopped": self.stopped,
            "health": self.health,
            "instances": self.instances,
            "namespace": self.namespace,
            "scaled": self.scaled,
            "code_deploy": self.code_deploy,
        }
        happenings[incident](**about)

    def service(self, service: str, members: dict[str, Any], deployment: dict[str, Any], event: str | None = None, minutes: int = 45) -> None:
        """A service and its primary deployment as ECS describes them after a while."""
        stored = self._stored(service)
        for member, value in members.items():
            setattr(stored, xform_name(member), value)
        if deployment:
            stored.deployments[0].update({**deployment, "createdAt": utcnow() - timedelta(minutes=minutes)})
        if event:
            stored.events.insert(0, {"id": str(uuid4()), "createdAt": utcnow(), "message": f"(service {stored.name}) {event}"})

    def stopped(self, service: str, count: int, members: dict[str, Any]) -> None:
        """Tasks of a service that have stopped; with a count of 0, they are forgotten."""
        stored = self._stored(service)
        tasks = self.ecs.tasks.setdefault(stored.cluster_name, {})
        for arn in [arn for arn, task in tasks.items() if task.group == f"service:{stored.name}"]:
            del tasks[arn]
        for _ in range(count):
            arn = f"{stored.cluster_arn.replace(':cluster/', ':task/')}/{uuid4().hex}"
            tasks[arn] = SimpleNamespace(
                task_arn=arn,
                cluster_arn=stored.cluster_arn,
                task_definition_arn=stored.task_definition,
                group=f"service:{stored.name}",
                started_by=stored.deployments[0]["id"],
                desired_status="STOPPED",
                last_status="STOPPED",
                # After the last steady state of the service: what stopped before it is history.
                stopped_at=utcnow(),
                advance=lambda: None,
                **{xform_name(name): value for name, value in members.items()},
            )

    def health(self, target_group: str, states: list[dict[str, str]]) -> None:
        """The targets of a target group, by their health."""
        group = elbv2_backends[self.account][self.region].target_groups[target_group]
        addresses = [f"10.0.0.{index + 10}" for index in range(len(states))]
        group.targets = {address: {"Id": address, "Port": group.port} for address in addresses}
        said = dict(zip(addresses, states))

        def health_for(target: dict[str, Any], _: Any) -> FakeHealthStatus:
            state = said[target["Id"]]
            return FakeHealthStatus(target["Id"], group.port, group.health_check_port, state["state"], state.get("reason"), state.get("description"))

        group.health_for = health_for

    def instances(self, cluster: str, instances: list[dict[str, Any]]) -> None:
        """The container instances of a cluster, as many as there are."""
        name = cluster.split("/")[-1]
        prefix = cluster.replace(":cluster/", ":container-instance/")
        self.ecs.container_instances[name] = {
            f"{index:032x}": SimpleNamespace(
                container_instance_arn=f"{prefix}/{index:032x}",
                ec2_instance_id=f"i-{index:017x}",
                status="ACTIVE",
                registered_resources=[{"name": kind, "type": "INTEGER", "integerValue": 8192} for kind in ("CPU", "MEMORY")],
                **{xform_name(member): value for member, value in members.items()},
            )
            for index, members in enumerate(instances)
        }
        self.ecs.clusters[name].registered_container_instances_count = len(instances)

    def namespace(self, name: str) -> None:
        """A namespace that somebody deleted, with all that was registered in it."""
        namespaces = servicediscovery_backends[self.account][self.region].namespaces
        for identifier in [identifier for identifier, namespace in namespaces.items() if namespace.name == name]:
            del namespaces[identifier]

    def scaled(self, resource_id: str, gone: str) -> None:
        """A scalable target like another, left behind by a service that is gone."""
        targets = applicationautoscaling_backends[self.account][self.region].targets["ecs:service:DesiredCount"]
        left = copy(targets[resource_id])
        left.resource_id = gone
        targets[gone] = left

    def code_deploy(self, deployment: str, status: str) -> None:
        """The status of a deployment of CodeDeploy, which moto leaves in its first one."""
        codedeploy_backends[self.account][self.region].deployments[deployment].status = status

    def _stored(self, service: str) -> Any:
        cluster, name = service.split("/")[-2:]
        return self.ecs.services[f"{cluster}:{name}"]
