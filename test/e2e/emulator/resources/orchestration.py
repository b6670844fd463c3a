"""AWS::Events, AWS::Scheduler, AWS::StepFunctions: what starts a task that no service runs."""

import json

from ..resource import Properties, Resource, only, without


class EventBus(Resource):
    type = "AWS::Events::EventBus"
    service = "events"
    name_property = "Name"
    name_length = 256

    def create(self, properties: Properties) -> None:
        request = self.request("CreateEventBus", self.named(properties))
        arn = self.call("CreateEventBus", **request)["EventBusArn"]
        self.physical_resource_id = request["Name"]
        self.attributes = {"Arn": arn, "Name": request["Name"]}

    def delete(self) -> None:
        self.call("DeleteEventBus", Name=self.physical_resource_id)


class Rule(Resource):
    type = "AWS::Events::Rule"
    service = "events"
    name_property = "Name"
    name_length = 64

    def create(self, properties: Properties) -> None:
        self._put(self.named(properties))

    def update(self, properties: Properties) -> None:
        self._remove_targets()
        self._put({"Name": self.physical_resource_id, **properties})

    def delete(self) -> None:
        self._remove_targets()
        bus = only(self.properties, "EventBusName")
        self.call("DeleteRule", Name=self.physical_resource_id, **bus)

    def _put(self, properties: Properties) -> None:
        rule = self.request("PutRule", without(properties, "Targets"))
        answer = self.call("PutRule", **rule)
        self.physical_resource_id = rule["Name"]
        self.attributes = {"Arn": answer["RuleArn"]}
        self.targets = [target["Id"] for target in properties.get("Targets", [])]
        if self.targets:
            bus = only(properties, "EventBusName")
            request = {"Rule": rule["Name"], "Targets": properties["Targets"], **bus}
            self.call("PutTargets", **self.request("PutTargets", request))

    def _remove_targets(self) -> None:
        if self.targets:
            bus = only(self.properties, "EventBusName")
            request = {"Rule": self.physical_resource_id, "Ids": self.targets, **bus}
            self.call("RemoveTargets", **request)


class Schedule(Resource):
    type = "AWS::Scheduler::Schedule"
    service = "scheduler"
    name_property = "Name"
    name_length = 64

    def create(self, properties: Properties) -> None:
        request = self.request("CreateSchedule", self.named(properties))
        arn = self.call("CreateSchedule", **request)["ScheduleArn"]
        self.physical_resource_id = request["Name"]
        self.attributes = {"Arn": arn}

    def update(self, properties: Properties) -> None:
        request = {"Name": self.physical_resource_id, **properties}
        self.call("UpdateSchedule", **self.request("UpdateSchedule", request))

    def delete(self) -> None:
        group = only(self.properties, "GroupName")
        self.call("DeleteSchedule", Name=self.physical_resource_id, **group)


class StateMachine(Resource):
    type = "AWS::StepFunctions::StateMachine"
    service = "stepfunctions"
    name_property = "StateMachineName"
    name_length = 80

    def create(self, properties: Properties) -> None:
        named = self.named(properties)
        request = self._for_api(named)
        request["name"] = named["StateMachineName"]
        request["type"] = named.get("StateMachineType", "STANDARD")
        request["tags"] = named.get("Tags", [])
        answer = self.call("CreateStateMachine", **self.request("CreateStateMachine", request))
        self.physical_resource_id = answer["stateMachineArn"]
        self.attributes = {"Arn": answer["stateMachineArn"], "Name": request["name"]}

    def update(self, properties: Properties) -> None:
        request = {"stateMachineArn": self.physical_resource_id, **self._for_api(properties)}
        self.call("UpdateStateMachine", **self.request("UpdateStateMachine", request))

    def delete(self) -> None:
        self.call("DeleteStateMachine", stateMachineArn=self.physical_resource_id)

    def _for_api(self, properties: Properties) -> Properties:
        known = ("RoleArn", "LoggingConfiguration", "TracingConfiguration", "EncryptionConfiguration")
        request = only(properties, *known)
        request["definition"] = definition(properties)
        return request


def definition(properties: Properties) -> str:
    text = properties.get("DefinitionString")
    if text is None:
        text = json.dumps(properties["Definition"])
    for name, value in properties.get("DefinitionSubstitutions", {}).items():
        text = text.replace(f"${{{name}}}", str(value))
    return text
