"""AWS::Cognito, the user pools."""

from ..resource import Properties, Resource, without


class UserPool(Resource):
    type = "AWS::Cognito::UserPool"
    service = "cognito-idp"
    name_property = "PoolName"

    def create(self, properties: Properties) -> None:
        request = self.request("CreateUserPool", without(self.named(properties), "EnabledMfas"))
        pool = self.call("CreateUserPool", **request)["UserPool"]
        self.physical_resource_id = pool["Id"]
        self.attributes = {"Arn": pool["Arn"], "UserPoolId": pool["Id"]}
        if "SOFTWARE_TOKEN_MFA" in properties.get("EnabledMfas", []):
            self.call(
                "SetUserPoolMfaConfig",
                UserPoolId=pool["Id"],
                SoftwareTokenMfaConfiguration={"Enabled": True},
                MfaConfiguration=properties["MfaConfiguration"],
            )

    def delete(self) -> None:
        self.call("DeleteUserPool", UserPoolId=self.physical_resource_id)


class UserPoolClient(Resource):
    type = "AWS::Cognito::UserPoolClient"
    service = "cognito-idp"
    name_property = "ClientName"

    def create(self, properties: Properties) -> None:
        request = self.request("CreateUserPoolClient", self.named(properties))
        self.pool_id = properties["UserPoolId"]
        client = self.call("CreateUserPoolClient", **request)["UserPoolClient"]
        self.physical_resource_id = client["ClientId"]
        self.attributes = {"ClientId": client["ClientId"]}

    def delete(self) -> None:
        self.call("DeleteUserPoolClient", UserPoolId=self.pool_id, ClientId=self.physical_resource_id)


class UserPoolDomain(Resource):
    type = "AWS::Cognito::UserPoolDomain"
    service = "cognito-idp"

    def create(self, properties: Properties) -> None:
        self.pool_id = properties["UserPoolId"]
        self.call("CreateUserPoolDomain", **self.request("CreateUserPoolDomain", properties))
        self.physical_resource_id = properties["Domain"]

    def delete(self) -> None:
        self.call("DeleteUserPoolDomain", UserPoolId=self.pool_id, Domain=self.physical_resource_id)
