"""AWS::WAFv2."""

from ..resource import Properties, Resource


class WebAcl(Resource):
    type = "AWS::WAFv2::WebACL"
    service = "wafv2"
    name_property = "Name"

    def create(self, properties: Properties) -> None:
        request = self.request("CreateWebACL", self.named(properties))
        self.summary = self.call("CreateWebACL", **request)["Summary"]
        self.scope = properties["Scope"]
        self.physical_resource_id = f"{self.summary['Name']}|{self.summary['Id']}|{self.scope}"
        self.attributes = {"Arn": self.summary["ARN"], "Id": self.summary["Id"]}

    def delete(self) -> None:
        self.call(
            "DeleteWebACL",
            Name=self.summary["Name"],
            Id=self.summary["Id"],
            Scope=self.scope,
            LockToken=self.summary["LockToken"],
        )


class WebAclAssociation(Resource):
    type = "AWS::WAFv2::WebACLAssociation"
    service = "wafv2"

    def create(self, properties: Properties) -> None:
        self.call("AssociateWebACL", **self.request("AssociateWebACL", properties))
        self.resource_arn = properties["ResourceArn"]
        self.physical_resource_id = f"{properties['WebACLArn']}|{self.resource_arn}"

    def delete(self) -> None:
        self.call("DisassociateWebACL", ResourceArn=self.resource_arn)
