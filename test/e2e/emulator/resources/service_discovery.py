"""AWS::ServiceDiscovery (AWS Cloud Map)."""

from ..resource import Properties, Resource


class Namespace(Resource):
    service = "servicediscovery"
    create_operation: str

    def create(self, properties: Properties) -> None:
        request = self.request(self.create_operation, properties)
        operation_id = self.call(self.create_operation, **request)["OperationId"]
        targets = self.call("GetOperation", OperationId=operation_id)["Operation"]["Targets"]
        self.physical_resource_id = targets["NAMESPACE"]
        namespace = self.call("GetNamespace", Id=self.physical_resource_id)["Namespace"]
        self.attributes = {"Id": self.physical_resource_id, "Arn": namespace["Arn"]}
        zone = namespace.get("Properties", {}).get("DnsProperties", {}).get("HostedZoneId")
        if zone:
            self.attributes["HostedZoneId"] = zone

    def delete(self) -> None:
        self.call("DeleteNamespace", Id=self.physical_resource_id)


class PrivateDnsNamespace(Namespace):
    type = "AWS::ServiceDiscovery::PrivateDnsNamespace"
    create_operation = "CreatePrivateDnsNamespace"


class PublicDnsNamespace(Namespace):
    type = "AWS::ServiceDiscovery::PublicDnsNamespace"
    create_operation = "CreatePublicDnsNamespace"


class HttpNamespace(Namespace):
    type = "AWS::ServiceDiscovery::HttpNamespace"
    create_operation = "CreateHttpNamespace"


class DiscoveryService(Resource):
    type = "AWS::ServiceDiscovery::Service"
    service = "servicediscovery"
    name_property = "Name"

    def create(self, properties: Properties) -> None:
        request = self.request("CreateService", self.named(properties))
        service = self.call("CreateService", **request)["Service"]
        self.physical_resource_id = service["Id"]
        self.attributes = {"Id": service["Id"], "Arn": service["Arn"], "Name": service["Name"]}

    def delete(self) -> None:
        self.call("DeleteService", Id=self.physical_resource_id)
