"""What only the CDK puts into a template."""

from ..resource import Properties, Resource


class Metadata(Resource):
    """Usage statistics for the CDK's authors; it stands for nothing in the account."""

    type = "AWS::CDK::Metadata"

    def create(self, _: Properties) -> None:
        self.physical_resource_id = self.made_up_name()

    def update(self, _: Properties) -> None:
        pass

    def delete(self) -> None:
        pass
