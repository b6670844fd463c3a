"""AWS::EC2 security groups and their rules."""

from typing import Any

from ..resource import Properties, Resource, without
from .network import tag_specifications

PEERS = {
    "CidrIp": ("IpRanges", "CidrIp"),
    "CidrIpv6": ("Ipv6Ranges", "CidrIpv6"),
    "SourceSecurityGroupId": ("UserIdGroupPairs", "GroupId"),
    "DestinationSecurityGroupId": ("UserIdGroupPairs", "GroupId"),
    "SourcePrefixListId": ("PrefixListIds", "PrefixListId"),
    "DestinationPrefixListId": ("PrefixListIds", "PrefixListId"),
}


def permission(rule: Properties) -> dict[str, Any]:
    """A rule as CloudFormation writes it, in the shape of the API."""
    peer = next(name for name in PEERS if name in rule)
    member, key = PEERS[peer]
    described = {"Description": rule["Description"]} if "Description" in rule else {}
    return {
        **without(rule, peer, "Description", "SourceSecurityGroupOwnerId"),
        member: [{key: rule[peer], **described}],
    }


class SecurityGroup(Resource):
    type = "AWS::EC2::SecurityGroup"
    service = "ec2"
    name_property = "GroupName"

    def create(self, properties: Properties) -> None:
        request = {
            **self.named(without(properties, "Tags", "SecurityGroupIngress", "SecurityGroupEgress")),
            **tag_specifications("security-group", properties),
        }
        request["Description"] = request.pop("GroupDescription")
        answer = self.call("CreateSecurityGroup", **self.request("CreateSecurityGroup", request))
        self.physical_resource_id = answer["GroupId"]
        self.attributes = {
            "GroupId": self.physical_resource_id,
            "VpcId": properties.get("VpcId"),
        }
        self._set_rules("Ingress", properties.get("SecurityGroupIngress", []))
        if "SecurityGroupEgress" in properties:
            self._replace_default_egress(properties["SecurityGroupEgress"])

    def update(self, properties: Properties) -> None:
        for direction in ("Ingress", "Egress"):
            member = f"SecurityGroup{direction}"
            before, after = self.properties.get(member, []), properties.get(member, [])
            self._change("Revoke", direction, [rule for rule in before if rule not in after])
            self._change("Authorize", direction, [rule for rule in after if rule not in before])

    def delete(self) -> None:
        self.call("DeleteSecurityGroup", GroupId=self.physical_resource_id)

    def _replace_default_egress(self, rules: list[Properties]) -> None:
        self.call(
            "RevokeSecurityGroupEgress",
            GroupId=self.physical_resource_id,
            IpPermissions=[{"IpProtocol": "-1", "IpRanges": [{"CidrIp": "0.0.0.0/0"}]}],
        )
        self._set_rules("Egress", rules)

    def _set_rules(self, direction: str, rules: list[Properties]) -> None:
        self._change("Authorize", direction, rules)

    def _change(self, verb: str, direction: str, rules: list[Properties]) -> None:
        operation = f"{verb}SecurityGroup{direction}"
        if rules:
            request = {
                "GroupId": self.physical_resource_id,
                "IpPermissions": [permission(rule) for rule in rules],
            }
            self.call(operation, **self.request(operation, request))


class SecurityGroupRule(Resource):
    service = "ec2"
    direction: str

    def create(self, properties: Properties) -> None:
        operation = f"AuthorizeSecurityGroup{self.direction}"
        self.rule = self.request(
            operation,
            {
                "GroupId": properties["GroupId"],
                "IpPermissions": [permission(without(properties, "GroupId"))],
            },
        )
        answer = self.call(operation, **self.rule)
        self.physical_resource_id = answer["SecurityGroupRules"][0]["SecurityGroupRuleId"]
        self.attributes = {"Id": self.physical_resource_id}

    def delete(self) -> None:
        self.call(f"RevokeSecurityGroup{self.direction}", **self.rule)


class SecurityGroupIngress(SecurityGroupRule):
    type = "AWS::EC2::SecurityGroupIngress"
    direction = "Ingress"


class SecurityGroupEgress(SecurityGroupRule):
    type = "AWS::EC2::SecurityGroupEgress"
    direction = "Egress"
