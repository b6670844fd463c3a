"""AWS::IAM."""

import json
from typing import Any

from ..resource import Properties, Resource, only, without


def as_json(document: Any) -> str:
    return document if isinstance(document, str) else json.dumps(document)


class Role(Resource):
    type = "AWS::IAM::Role"
    service = "iam"
    name_property = "RoleName"
    name_length = 64

    def create(self, properties: Properties) -> None:
        request = self.named(without(properties, "Policies", "ManagedPolicyArns"))
        role = self.call("CreateRole", **self.request("CreateRole", request))["Role"]
        self.physical_resource_id = role["RoleName"]
        self.attributes = {"Arn": role["Arn"], "RoleId": role["RoleId"]}
        self._grant(properties)

    def update(self, properties: Properties) -> None:
        self._revoke()
        self.call(
            "UpdateAssumeRolePolicy",
            RoleName=self.physical_resource_id,
            PolicyDocument=as_json(properties["AssumeRolePolicyDocument"]),
        )
        self._grant(properties)

    def delete(self) -> None:
        self._revoke()
        self.call("DeleteRole", RoleName=self.physical_resource_id)

    def _grant(self, properties: Properties) -> None:
        for policy in properties.get("Policies", []):
            request = self.request("PutRolePolicy", {"RoleName": self.physical_resource_id, **policy})
            self.call("PutRolePolicy", **request)
        for arn in properties.get("ManagedPolicyArns", []):
            self.call("AttachRolePolicy", RoleName=self.physical_resource_id, PolicyArn=arn)

    def _revoke(self) -> None:
        """Takes back what this resource granted; other policies are for their own resources to remove."""
        for policy in self.properties.get("Policies", []):
            self.call(
                "DeleteRolePolicy", RoleName=self.physical_resource_id, PolicyName=policy["PolicyName"]
            )
        for arn in self.properties.get("ManagedPolicyArns", []):
            self.call("DetachRolePolicy", RoleName=self.physical_resource_id, PolicyArn=arn)


class InlinePolicy(Resource):
    type = "AWS::IAM::Policy"
    service = "iam"

    def create(self, properties: Properties) -> None:
        policy = only(properties, "PolicyName", "PolicyDocument")
        if properties.keys() - policy.keys() - {"Roles"}:
            raise NotImplementedError("policies of users and groups")
        self.policy_name, self.roles = properties["PolicyName"], properties.get("Roles", [])
        for role in self.roles:
            self.call("PutRolePolicy", **self.request("PutRolePolicy", {"RoleName": role, **policy}))
        self.physical_resource_id = self.policy_name

    def update(self, properties: Properties) -> None:
        self.delete()
        self.create(properties)

    def delete(self) -> None:
        for role in self.roles:
            self.call("DeleteRolePolicy", RoleName=role, PolicyName=self.policy_name)


class ManagedPolicy(Resource):
    type = "AWS::IAM::ManagedPolicy"
    service = "iam"
    name_property = "ManagedPolicyName"

    def create(self, properties: Properties) -> None:
        self.roles = properties.get("Roles", [])
        request = self.named(without(properties, "Roles"))
        request["PolicyName"] = request.pop("ManagedPolicyName")
        policy = self.call("CreatePolicy", **self.request("CreatePolicy", request))["Policy"]
        self.physical_resource_id = policy["Arn"]
        self.attributes = {"PolicyArn": policy["Arn"]}
        for role in self.roles:
            self.call("AttachRolePolicy", RoleName=role, PolicyArn=policy["Arn"])

    def delete(self) -> None:
        for role in self.roles:
            self.call("DetachRolePolicy", RoleName=role, PolicyArn=self.physical_resource_id)
        self.call("DeletePolicy", PolicyArn=self.physical_resource_id)


class InstanceProfile(Resource):
    type = "AWS::IAM::InstanceProfile"
    service = "iam"
    name_property = "InstanceProfileName"

    def create(self, properties: Properties) -> None:
        request = self.request("CreateInstanceProfile", self.named(without(properties, "Roles")))
        profile = self.call("CreateInstanceProfile", **request)["InstanceProfile"]
        self.physical_resource_id = profile["InstanceProfileName"]
        self.attributes = {"Arn": profile["Arn"]}
        self.role = properties["Roles"][0]
        self.call(
            "AddRoleToInstanceProfile",
            InstanceProfileName=self.physical_resource_id,
            RoleName=self.role,
        )

    def delete(self) -> None:
        self.call(
            "RemoveRoleFromInstanceProfile",
            InstanceProfileName=self.physical_resource_id,
            RoleName=self.role,
        )
        self.call("DeleteInstanceProfile", InstanceProfileName=self.physical_resource_id)
