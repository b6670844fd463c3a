"""AWS::ApiGatewayV2, the HTTP APIs of Amazon API Gateway."""

from ..resource import Properties, Resource


class VpcLink(Resource):
    type = "AWS::ApiGatewayV2::VpcLink"
    service = "apigatewayv2"

    def create(self, properties: Properties) -> None:
        link = self.call("CreateVpcLink", **self.request("CreateVpcLink", properties))
        self.physical_resource_id = link["VpcLinkId"]
        self.attributes = {"VpcLinkId": link["VpcLinkId"]}

    def delete(self) -> None:
        self.call("DeleteVpcLink", VpcLinkId=self.physical_resource_id)


class Api(Resource):
    type = "AWS::ApiGatewayV2::Api"
    service = "apigatewayv2"

    def create(self, properties: Properties) -> None:
        api = self.call("CreateApi", **self.request("CreateApi", properties))
        self.physical_resource_id = api["ApiId"]
        self.attributes = {"ApiId": api["ApiId"], "ApiEndpoint": api["ApiEndpoint"]}

    def delete(self) -> None:
        self.call("DeleteApi", ApiId=self.physical_resource_id)


class OfAnApi(Resource):
    """A part of an API, which is gone once the API is."""

    service = "apigatewayv2"
    create_operation: str
    delete_operation: str
    id_member: str

    def create(self, properties: Properties) -> None:
        self.api_id = properties["ApiId"]
        answer = self.call(self.create_operation, **self.request(self.create_operation, properties))
        self.physical_resource_id = answer[self.id_member]
        self.attributes = {self.id_member: self.physical_resource_id}

    def delete(self) -> None:
        self.call(self.delete_operation, ApiId=self.api_id, **{self.id_member: self.physical_resource_id})


class Integration(OfAnApi):
    type = "AWS::ApiGatewayV2::Integration"
    create_operation, delete_operation, id_member = "CreateIntegration", "DeleteIntegration", "IntegrationId"

    def create(self, properties: Properties) -> None:
        if properties.get("ConnectionType") == "VPC_LINK":
            # API Gateway refuses an integration through a link that isn't there.
            self.call("GetVpcLink", VpcLinkId=properties["ConnectionId"])
        super().create(properties)


class Route(OfAnApi):
    type = "AWS::ApiGatewayV2::Route"
    create_operation, delete_operation, id_member = "CreateRoute", "DeleteRoute", "RouteId"

    def create(self, properties: Properties) -> None:
        kind, _, integration_id = properties.get("Target", "").partition("/")
        if kind == "integrations":
            self.call("GetIntegration", ApiId=properties["ApiId"], IntegrationId=integration_id)
        super().create(properties)


class Stage(OfAnApi):
    type = "AWS::ApiGatewayV2::Stage"
    create_operation, delete_operation, id_member = "CreateStage", "DeleteStage", "StageName"
