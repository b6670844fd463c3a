"""AWS::ElasticLoadBalancingV2."""

from moto.elbv2.models import elbv2_backends

from ..resource import Properties, Resource, only, without


class LoadBalancer(Resource):
    type = "AWS::ElasticLoadBalancingV2::LoadBalancer"
    service = "elbv2"
    name_property = "Name"
    name_length = 32

    def create(self, properties: Properties) -> None:
        request = self.named(without(properties, "LoadBalancerAttributes", "EnablePrefixForIpv6SourceNat"))
        answer = self.call("CreateLoadBalancer", **self.request("CreateLoadBalancer", request))
        balancer = answer["LoadBalancers"][0]
        self.physical_resource_id = balancer["LoadBalancerArn"]
        self.attributes = {
            "LoadBalancerArn": balancer["LoadBalancerArn"],
            "CanonicalHostedZoneID": balancer["CanonicalHostedZoneId"],
            "DNSName": balancer["DNSName"],
            "LoadBalancerName": balancer["LoadBalancerName"],
            "LoadBalancerFullName": balancer["LoadBalancerArn"].split(":loadbalancer/")[1],
            "SecurityGroups": balancer.get("SecurityGroups", []),
        }
        self._set_attributes(properties)

    def update(self, properties: Properties) -> None:
        self._set_attributes(properties)
        if properties.get("SecurityGroups"):
            self.call(
                "SetSecurityGroups",
                LoadBalancerArn=self.physical_resource_id,
                SecurityGroups=properties["SecurityGroups"],
            )

    def delete(self) -> None:
        self.call("DeleteLoadBalancer", LoadBalancerArn=self.physical_resource_id)

    def _set_attributes(self, properties: Properties) -> None:
        attributes = properties.get("LoadBalancerAttributes")
        if attributes:
            request = {"LoadBalancerArn": self.physical_resource_id, "Attributes": attributes}
            self.call("ModifyLoadBalancerAttributes", **self.request("ModifyLoadBalancerAttributes", request))


class TargetGroup(Resource):
    type = "AWS::ElasticLoadBalancingV2::TargetGroup"
    service = "elbv2"
    name_property = "Name"
    name_length = 32
    #: What ModifyTargetGroup can change; anything else needs a new target group.
    changeable = (
        "HealthCheckEnabled", "HealthCheckIntervalSeconds", "HealthCheckPath", "HealthCheckPort",
        "HealthCheckProtocol", "HealthCheckTimeoutSeconds", "HealthyThresholdCount",
        "Matcher", "UnhealthyThresholdCount",
    )

    def create(self, properties: Properties) -> None:
        request = self.named(without(properties, "TargetGroupAttributes", "Targets"))
        answer = self.call("CreateTargetGroup", **self.request("CreateTargetGroup", request))
        group = answer["TargetGroups"][0]
        self.physical_resource_id = group["TargetGroupArn"]
        self.attributes = {
            "TargetGroupArn": group["TargetGroupArn"],
            "TargetGroupName": group["TargetGroupName"],
            "TargetGroupFullName": group["TargetGroupArn"].split(":")[-1],
        }
        self._set_attributes(properties)

    def update(self, properties: Properties) -> None:
        changes = only(properties, *self.changeable)
        if changes:
            request = {"TargetGroupArn": self.physical_resource_id, **changes}
            self.call("ModifyTargetGroup", **self.request("ModifyTargetGroup", request))
        self._set_attributes(properties)

    def delete(self) -> None:
        self.call("DeleteTargetGroup", TargetGroupArn=self.physical_resource_id)

    def get_cfn_attribute(self, name: str) -> object:
        if name == "LoadBalancerArns":
            groups = self.call("DescribeTargetGroups", TargetGroupArns=[self.physical_resource_id])
            return groups["TargetGroups"][0]["LoadBalancerArns"]
        return super().get_cfn_attribute(name)

    def _set_attributes(self, properties: Properties) -> None:
        attributes = properties.get("TargetGroupAttributes")
        if attributes:
            request = {"TargetGroupArn": self.physical_resource_id, "Attributes": attributes}
            self.call("ModifyTargetGroupAttributes", **self.request("ModifyTargetGroupAttributes", request))


class Listener(Resource):
    type = "AWS::ElasticLoadBalancingV2::Listener"
    service = "elbv2"

    def create(self, properties: Properties) -> None:
        request = self.request("CreateListener", without(properties, "ListenerAttributes"))
        listener = self.call("CreateListener", **request)["Listeners"][0]
        self.physical_resource_id = listener["ListenerArn"]
        self.attributes = {"ListenerArn": self.physical_resource_id}
        self._keep_mutual_authentication(request)

    def update(self, properties: Properties) -> None:
        changes = without(properties, "LoadBalancerArn", "ListenerAttributes")
        request = self.request("ModifyListener", changes)
        self.call("ModifyListener", ListenerArn=self.physical_resource_id, **request)
        self._keep_mutual_authentication(request)

    def _keep_mutual_authentication(self, request: Properties) -> None:
        """moto takes it and forgets it."""
        [kept] = elbv2_backends[self.account][self.region].describe_listeners(None, [self.physical_resource_id])
        kept.mutual_authentication = request.get("MutualAuthentication")

    def delete(self) -> None:
        self.call("DeleteListener", ListenerArn=self.physical_resource_id)


class ListenerRule(Resource):
    type = "AWS::ElasticLoadBalancingV2::ListenerRule"
    service = "elbv2"

    def create(self, properties: Properties) -> None:
        rule = self.call("CreateRule", **self.request("CreateRule", properties))["Rules"][0]
        self.physical_resource_id = rule["RuleArn"]
        self.attributes = {"RuleArn": rule["RuleArn"], "IsDefault": rule["IsDefault"]}

    def update(self, properties: Properties) -> None:
        request = self.request("ModifyRule", only(properties, "Actions", "Conditions"))
        self.call("ModifyRule", RuleArn=self.physical_resource_id, **request)

    def delete(self) -> None:
        self.call("DeleteRule", RuleArn=self.physical_resource_id)


class ListenerCertificate(Resource):
    type = "AWS::ElasticLoadBalancingV2::ListenerCertificate"
    service = "elbv2"

    def create(self, properties: Properties) -> None:
        self.added = self.request("AddListenerCertificates", properties)
        self.call("AddListenerCertificates", **self.added)
        self.physical_resource_id = properties["ListenerArn"]

    def delete(self) -> None:
        self.call("RemoveListenerCertificates", **self.added)
