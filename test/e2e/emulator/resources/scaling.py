"""AWS::ApplicationAutoScaling."""

from ..resource import Properties, Resource, without


class ScalableTarget(Resource):
    type = "AWS::ApplicationAutoScaling::ScalableTarget"
    service = "application-autoscaling"

    def create(self, properties: Properties) -> None:
        request = self.request("RegisterScalableTarget", without(properties, "ScheduledActions"))
        self.call("RegisterScalableTarget", **request)
        self.target = {
            key: request[key] for key in ("ServiceNamespace", "ResourceId", "ScalableDimension")
        }
        actions = properties.get("ScheduledActions", [])
        self.scheduled = [action["ScheduledActionName"] for action in actions]
        for action in actions:
            action = self.request("PutScheduledAction", {**action, **self.target})
            self.call("PutScheduledAction", **action)
        self.physical_resource_id = "|".join(
            (request["ResourceId"], request["ScalableDimension"], request["ServiceNamespace"])
        )
        self.attributes = {"Id": self.physical_resource_id}

    def update(self, properties: Properties) -> None:
        self._unschedule()
        self.create(properties)

    def delete(self) -> None:
        self._unschedule()
        self.call("DeregisterScalableTarget", **self.target)

    def _unschedule(self) -> None:
        for name in self.scheduled:
            self.call("DeleteScheduledAction", ScheduledActionName=name, **self.target)


class ScalingPolicy(Resource):
    type = "AWS::ApplicationAutoScaling::ScalingPolicy"
    service = "application-autoscaling"

    def create(self, properties: Properties) -> None:
        if "ScalingTargetId" in properties:
            resource, dimension, namespace = properties["ScalingTargetId"].split("|")
            properties = {
                **without(properties, "ScalingTargetId"),
                "ResourceId": resource,
                "ScalableDimension": dimension,
                "ServiceNamespace": namespace,
            }
        self.policy = self.request("PutScalingPolicy", properties)
        answer = self.call("PutScalingPolicy", **self.policy)
        self.physical_resource_id = answer["PolicyARN"]
        self.attributes = {"Arn": answer["PolicyARN"]}

    def update(self, properties: Properties) -> None:
        self.create(properties)

    def delete(self) -> None:
        names = ("PolicyName", "ServiceNamespace", "ResourceId", "ScalableDimension")
        self.call("DeleteScalingPolicy", **{name: self.policy[name] for name in names})
