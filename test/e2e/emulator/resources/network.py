"""AWS::EC2, the network: VPCs, subnets, routes, gateways and endpoints."""

from typing import Any

from ..resource import Properties, Resource, without


def tag_specifications(resource_type: str, properties: Properties) -> dict[str, Any]:
    """EC2 takes tags by the type of what they are for."""
    tags = properties.get("Tags")
    return {"TagSpecifications": [{"ResourceType": resource_type, "Tags": tags}]} if tags else {}


class Ec2Resource(Resource):
    """Created by one call that takes the properties and tags as they are, deleted by its id."""

    service = "ec2"
    create_operation: str
    delete_operation: str
    tagged_as: str
    #: Where the answer to the creation holds the resource, and the id in it.
    answer: str
    id_member: str

    def create(self, properties: Properties) -> None:
        request = {
            **without(properties, "Tags"),
            **tag_specifications(self.tagged_as, properties),
        }
        answer = self.call(self.create_operation, **self.request(self.create_operation, request))
        self.found = answer[self.answer]
        self.physical_resource_id = self.found[self.id_member]
        self.attributes = {self.id_member: self.physical_resource_id}

    def delete(self) -> None:
        self.call(self.delete_operation, **{self.id_member: self.physical_resource_id})


class Vpc(Ec2Resource):
    type = "AWS::EC2::VPC"
    create_operation, delete_operation = "CreateVpc", "DeleteVpc"
    tagged_as, answer, id_member = "vpc", "Vpc", "VpcId"

    def create(self, properties: Properties) -> None:
        super().create(without(properties, "EnableDnsHostnames", "EnableDnsSupport"))
        for name in ("EnableDnsSupport", "EnableDnsHostnames"):
            if name in properties:
                self.call(
                    "ModifyVpcAttribute",
                    VpcId=self.physical_resource_id,
                    **{name: {"Value": properties[name]}},
                )
        groups = self.call(
            "DescribeSecurityGroups",
            Filters=[{"Name": "vpc-id", "Values": [self.physical_resource_id]}],
        )
        self.attributes["CidrBlock"] = self.found["CidrBlock"]
        self.attributes["DefaultSecurityGroup"] = groups["SecurityGroups"][0]["GroupId"]


class Subnet(Ec2Resource):
    type = "AWS::EC2::Subnet"
    create_operation, delete_operation = "CreateSubnet", "DeleteSubnet"
    tagged_as, answer, id_member = "subnet", "Subnet", "SubnetId"

    def create(self, properties: Properties) -> None:
        super().create(without(properties, "MapPublicIpOnLaunch"))
        if "MapPublicIpOnLaunch" in properties:
            self.call(
                "ModifySubnetAttribute",
                SubnetId=self.physical_resource_id,
                MapPublicIpOnLaunch={"Value": properties["MapPublicIpOnLaunch"]},
            )
        self.attributes["AvailabilityZone"] = self.found["AvailabilityZone"]


class RouteTable(Ec2Resource):
    type = "AWS::EC2::RouteTable"
    create_operation, delete_operation = "CreateRouteTable", "DeleteRouteTable"
    tagged_as, answer, id_member = "route-table", "RouteTable", "RouteTableId"


class InternetGateway(Ec2Resource):
    type = "AWS::EC2::InternetGateway"
    create_operation, delete_operation = "CreateInternetGateway", "DeleteInternetGateway"
    tagged_as, answer, id_member = "internet-gateway", "InternetGateway", "InternetGatewayId"


class NatGateway(Ec2Resource):
    type = "AWS::EC2::NatGateway"
    create_operation, delete_operation = "CreateNatGateway", "DeleteNatGateway"
    tagged_as, answer, id_member = "natgateway", "NatGateway", "NatGatewayId"


class VpcEndpoint(Ec2Resource):
    type = "AWS::EC2::VPCEndpoint"
    create_operation = "CreateVpcEndpoint"
    tagged_as, answer, id_member = "vpc-endpoint", "VpcEndpoint", "VpcEndpointId"

    def delete(self) -> None:
        self.call("DeleteVpcEndpoints", VpcEndpointIds=[self.physical_resource_id])


class FlowLog(Resource):
    type = "AWS::EC2::FlowLog"
    service = "ec2"

    def create(self, properties: Properties) -> None:
        request = {
            **without(properties, "Tags", "ResourceId"),
            "ResourceIds": [properties["ResourceId"]],
            **tag_specifications("vpc-flow-log", properties),
        }
        answer = self.call("CreateFlowLogs", **self.request("CreateFlowLogs", request))
        self.physical_resource_id = answer["FlowLogIds"][0]

    def delete(self) -> None:
        self.call("DeleteFlowLogs", FlowLogIds=[self.physical_resource_id])


class ElasticIp(Resource):
    type = "AWS::EC2::EIP"
    service = "ec2"

    def create(self, properties: Properties) -> None:
        request = {
            **without(properties, "Tags"),
            **tag_specifications("elastic-ip", properties),
        }
        answer = self.call("AllocateAddress", **self.request("AllocateAddress", request))
        self.physical_resource_id = answer["PublicIp"]
        self.attributes = {
            "AllocationId": answer["AllocationId"],
            "PublicIp": answer["PublicIp"],
        }

    def delete(self) -> None:
        self.call("ReleaseAddress", AllocationId=self.attributes["AllocationId"])


class Route(Resource):
    type = "AWS::EC2::Route"
    service = "ec2"

    def create(self, properties: Properties) -> None:
        self.call("CreateRoute", **self.request("CreateRoute", properties))
        self.destination = {
            key: value for key, value in properties.items() if key.startswith("Destination")
        }
        self.route_table = properties["RouteTableId"]
        self.physical_resource_id = f"{self.route_table}|{','.join(self.destination.values())}"

    def delete(self) -> None:
        self.call("DeleteRoute", RouteTableId=self.route_table, **self.destination)


class SubnetRouteTableAssociation(Resource):
    type = "AWS::EC2::SubnetRouteTableAssociation"
    service = "ec2"

    def create(self, properties: Properties) -> None:
        answer = self.call(
            "AssociateRouteTable", **self.request("AssociateRouteTable", properties)
        )
        self.physical_resource_id = answer["AssociationId"]
        self.attributes = {"Id": self.physical_resource_id}

    def delete(self) -> None:
        self.call("DisassociateRouteTable", AssociationId=self.physical_resource_id)


class VpcGatewayAttachment(Resource):
    type = "AWS::EC2::VPCGatewayAttachment"
    service = "ec2"

    def create(self, properties: Properties) -> None:
        self.ids = self.request("AttachInternetGateway", properties)
        self.call("AttachInternetGateway", **self.ids)
        self.physical_resource_id = f"{self.ids['InternetGatewayId']}|{self.ids['VpcId']}"

    def delete(self) -> None:
        self.call("DetachInternetGateway", **self.ids)
