"""AWS::AutoScaling and the launch templates of its groups."""

from typing import Any

from ..resource import Properties, Resource, only, without
from .network import tag_specifications


class LaunchTemplate(Resource):
    type = "AWS::EC2::LaunchTemplate"
    service = "ec2"
    name_property = "LaunchTemplateName"

    def create(self, properties: Properties) -> None:
        request = {
            **self.named(without(properties, "TagSpecifications")),
            "TagSpecifications": properties.get("TagSpecifications", []),
        }
        template = self.call("CreateLaunchTemplate", **self.request("CreateLaunchTemplate", request))
        self.physical_resource_id = template["LaunchTemplate"]["LaunchTemplateId"]
        self._set_version(1)

    def update(self, properties: Properties) -> None:
        data = only(properties, "LaunchTemplateData", "VersionDescription")
        request = {"LaunchTemplateId": self.physical_resource_id, **data}
        answer = self.call(
            "CreateLaunchTemplateVersion", **self.request("CreateLaunchTemplateVersion", request)
        )
        self._set_version(answer["LaunchTemplateVersion"]["VersionNumber"])

    def delete(self) -> None:
        self.call("DeleteLaunchTemplate", LaunchTemplateId=self.physical_resource_id)

    def _set_version(self, version: int) -> None:
        self.attributes = {
            "LaunchTemplateId": self.physical_resource_id,
            "LatestVersionNumber": str(version),
            "DefaultVersionNumber": "1",
        }


class AutoScalingGroup(Resource):
    type = "AWS::AutoScaling::AutoScalingGroup"
    service = "autoscaling"
    name_property = "AutoScalingGroupName"
    # CloudFormation sets these by calls of their own; nothing of an ECS cluster depends on them.
    elsewhere = ("MetricsCollection", "NotificationConfigurations")

    def create(self, properties: Properties) -> None:
        request = self.request("CreateAutoScalingGroup", self.named(self._for_api(properties)))
        self.call("CreateAutoScalingGroup", **request)
        self.physical_resource_id = request["AutoScalingGroupName"]

    def update(self, properties: Properties) -> None:
        changes = without(self._for_api(properties), "AutoScalingGroupName", "Tags")
        request = {"AutoScalingGroupName": self.physical_resource_id, **changes}
        self.call("UpdateAutoScalingGroup", **self.request("UpdateAutoScalingGroup", request))

    def delete(self) -> None:
        self.call(
            "DeleteAutoScalingGroup",
            AutoScalingGroupName=self.physical_resource_id,
            ForceDelete=True,
        )

    def get_cfn_attribute(self, name: str) -> Any:
        groups = self.call(
            "DescribeAutoScalingGroups", AutoScalingGroupNames=[self.physical_resource_id]
        )["AutoScalingGroups"]
        arn = groups[0]["AutoScalingGroupARN"]
        self.attributes = {"AutoScalingGroupARN": arn, "Arn": arn}
        return super().get_cfn_attribute(name)

    def _for_api(self, properties: Properties) -> Properties:
        request = without(properties, *self.elsewhere)
        if "VPCZoneIdentifier" in request:
            request["VPCZoneIdentifier"] = ",".join(request["VPCZoneIdentifier"])
        return request


class LifecycleHook(Resource):
    type = "AWS::AutoScaling::LifecycleHook"
    service = "autoscaling"
    name_property = "LifecycleHookName"

    def create(self, properties: Properties) -> None:
        request = self.request("PutLifecycleHook", self.named(properties))
        self.call("PutLifecycleHook", **request)
        self.group = request["AutoScalingGroupName"]
        self.physical_resource_id = request["LifecycleHookName"]

    def delete(self) -> None:
        self.call(
            "DeleteLifecycleHook",
            AutoScalingGroupName=self.group,
            LifecycleHookName=self.physical_resource_id,
        )
