"""AWS::SNS and AWS::SQS."""

import json

from ..resource import Properties, Resource, only, without


class Topic(Resource):
    type = "AWS::SNS::Topic"
    service = "sns"
    name_property = "TopicName"

    def create(self, properties: Properties) -> None:
        named = self.named(properties)
        attributes = {
            key: value if isinstance(value, str) else json.dumps(value)
            for key, value in without(named, "TopicName", "Tags", "Subscription").items()
        }
        request = self.request(
            "CreateTopic",
            {"Name": named["TopicName"], "Attributes": attributes, **only(named, "Tags")},
        )
        self.physical_resource_id = self.call("CreateTopic", **request)["TopicArn"]
        self.attributes = {
            "TopicArn": self.physical_resource_id,
            "TopicName": named["TopicName"],
        }

    def delete(self) -> None:
        self.call("DeleteTopic", TopicArn=self.physical_resource_id)


class TopicPolicy(Resource):
    type = "AWS::SNS::TopicPolicy"
    service = "sns"

    def create(self, properties: Properties) -> None:
        for topic in properties["Topics"]:
            self.call(
                "SetTopicAttributes",
                TopicArn=topic,
                AttributeName="Policy",
                AttributeValue=json.dumps(properties["PolicyDocument"]),
            )
        self.physical_resource_id = self.made_up_name()

    def delete(self) -> None:
        pass  # a topic's policy can be replaced, never removed


class Subscription(Resource):
    type = "AWS::SNS::Subscription"
    service = "sns"

    def create(self, properties: Properties) -> None:
        attributes = {
            key: value if isinstance(value, str) else json.dumps(value)
            for key, value in without(properties, "TopicArn", "Protocol", "Endpoint", "Region").items()
        }
        request = {**only(properties, "TopicArn", "Protocol", "Endpoint"), "Attributes": attributes}
        answer = self.call("Subscribe", **self.request("Subscribe", request), ReturnSubscriptionArn=True)
        self.physical_resource_id = answer["SubscriptionArn"]
        self.attributes = {"Arn": self.physical_resource_id}

    def delete(self) -> None:
        self.call("Unsubscribe", SubscriptionArn=self.physical_resource_id)


class Queue(Resource):
    type = "AWS::SQS::Queue"
    service = "sqs"
    name_property = "QueueName"
    name_length = 80

    def create(self, properties: Properties) -> None:
        named = self.named(properties)
        attributes = {
            key: json.dumps(value) if isinstance(value, (dict, bool)) else str(value)
            for key, value in without(named, "QueueName", "Tags").items()
        }
        request = {**only(named, "QueueName", "Tags"), "Attributes": attributes}
        request = self.request("CreateQueue", request)
        self.physical_resource_id = self.call("CreateQueue", **request)["QueueUrl"]
        name = request["QueueName"]
        self.attributes = {
            "Arn": f"arn:aws:sqs:{self.region}:{self.account}:{name}",
            "QueueName": name,
            "QueueUrl": self.physical_resource_id,
        }

    def delete(self) -> None:
        self.call("DeleteQueue", QueueUrl=self.physical_resource_id)


class QueuePolicy(Resource):
    type = "AWS::SQS::QueuePolicy"
    service = "sqs"

    def create(self, properties: Properties) -> None:
        self.queues = properties["Queues"]
        self._set(json.dumps(properties["PolicyDocument"]))
        self.physical_resource_id = self.made_up_name()

    def delete(self) -> None:
        self._set("")

    def _set(self, policy: str) -> None:
        for queue in self.queues:
            self.call("SetQueueAttributes", QueueUrl=queue, Attributes={"Policy": policy})
