"""AWS::CloudWatch."""

from ..resource import Properties, Resource


class Alarm(Resource):
    type = "AWS::CloudWatch::Alarm"
    service = "cloudwatch"
    name_property = "AlarmName"

    def create(self, properties: Properties) -> None:
        self._put(self.named(properties))

    def update(self, properties: Properties) -> None:
        self._put({"AlarmName": self.physical_resource_id, **properties})

    def delete(self) -> None:
        self.call("DeleteAlarms", AlarmNames=[self.physical_resource_id])

    def _put(self, properties: Properties) -> None:
        request = self.request("PutMetricAlarm", properties)
        self.call("PutMetricAlarm", **request)
        self.physical_resource_id = request["AlarmName"]
        arn = f"arn:aws:cloudwatch:{self.region}:{self.account}:alarm:{self.physical_resource_id}"
        self.attributes = {"Arn": arn}


class Dashboard(Resource):
    type = "AWS::CloudWatch::Dashboard"
    service = "cloudwatch"
    name_property = "DashboardName"

    def create(self, properties: Properties) -> None:
        request = self.request("PutDashboard", self.named(properties))
        self.call("PutDashboard", **request)
        self.physical_resource_id = request["DashboardName"]

    def delete(self) -> None:
        self.call("DeleteDashboards", DashboardNames=[self.physical_resource_id])
