"""AWS::VpcLattice. moto knows everything by its id alone, and deletes nothing: what a stack deletes is taken out of its memory here."""

from typing import Any

from moto.vpclattice.models import vpclattice_backends

from ..resource import Properties, Resource


class LatticeResource(Resource):
    service = "vpc-lattice"
    create_operation: str
    #: Where moto keeps the resource.
    kept_in: str

    def create(self, properties: Properties) -> None:
        request = self.request(self.create_operation, by_id(self.named(properties)))
        self.answer = self.call(self.create_operation, **request)
        self.physical_resource_id = self.answer["arn"]
        self.attributes = {"Arn": self.answer["arn"], "Id": self.answer["id"]}

    def delete(self) -> None:
        kept: dict[str, Any] = getattr(vpclattice_backends[self.account][self.region], self.kept_in)
        del kept[self.attributes["Id"]]

    def made_up_name(self) -> str:
        return super().made_up_name().lower()


def by_id(properties: Properties) -> Properties:
    """AWS takes an ARN wherever it takes an id, which is what an ARN ends with."""
    return {
        key: value.split("/")[-1] if key.endswith("Identifier") else value
        for key, value in properties.items()
    }


class ServiceNetwork(LatticeResource):
    type = "AWS::VpcLattice::ServiceNetwork"
    name_property, name_length = "Name", 63
    create_operation, kept_in = "CreateServiceNetwork", "service_networks"


class LatticeService(LatticeResource):
    type = "AWS::VpcLattice::Service"
    name_property, name_length = "Name", 40
    create_operation, kept_in = "CreateService", "services"

    def create(self, properties: Properties) -> None:
        super().create(properties)
        self.attributes["DnsEntry.DomainName"] = self.answer["dnsEntry"]["domainName"]


class TargetGroup(LatticeResource):
    type = "AWS::VpcLattice::TargetGroup"
    name_property, name_length = "Name", 128
    create_operation, kept_in = "CreateTargetGroup", "target_groups"


class Listener(LatticeResource):
    type = "AWS::VpcLattice::Listener"
    name_property, name_length = "Name", 63
    create_operation, kept_in = "CreateListener", "listeners"

    def create(self, properties: Properties) -> None:
        for target in properties["DefaultAction"].get("Forward", {}).get("TargetGroups", []):
            # VPC Lattice refuses a listener that forwards to what isn't there.
            self.call("GetTargetGroup", targetGroupIdentifier=target["TargetGroupIdentifier"].split("/")[-1])
        super().create(properties)


class ServiceNetworkServiceAssociation(LatticeResource):
    type = "AWS::VpcLattice::ServiceNetworkServiceAssociation"
    create_operation = "CreateServiceNetworkServiceAssociation"
    kept_in = "service_network_service_associations"
