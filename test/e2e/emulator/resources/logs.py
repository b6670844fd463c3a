"""AWS::Logs."""

from ..resource import Properties, Resource, without


class LogGroup(Resource):
    type = "AWS::Logs::LogGroup"
    service = "logs"
    name_property = "LogGroupName"

    def create(self, properties: Properties) -> None:
        request = self.request("CreateLogGroup", self.named(without(properties, "RetentionInDays")))
        self.call("CreateLogGroup", **request)
        self.physical_resource_id = request["logGroupName"]
        self.attributes = {
            "Arn": f"arn:aws:logs:{self.region}:{self.account}:log-group:{self.physical_resource_id}:*"
        }
        self._keep_for(properties)

    def update(self, properties: Properties) -> None:
        self._keep_for(properties)

    def delete(self) -> None:
        self.call("DeleteLogGroup", logGroupName=self.physical_resource_id)

    def _keep_for(self, properties: Properties) -> None:
        if "RetentionInDays" in properties:
            self.call(
                "PutRetentionPolicy",
                logGroupName=self.physical_resource_id,
                retentionInDays=properties["RetentionInDays"],
            )
        else:
            self.call("DeleteRetentionPolicy", logGroupName=self.physical_resource_id)
