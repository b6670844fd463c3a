"""AWS::S3, AWS::DynamoDB, AWS::ECR."""

import json
from typing import Any

from moto.s3.models import s3_backends

from ..resource import Properties, Resource, only, renamed, without


class Bucket(Resource):
    type = "AWS::S3::Bucket"
    service = "s3"
    name_property = "BucketName"
    name_length = 63
    #: Properties with an API call of their own, and the member of the request they become.
    settings = {
        "PublicAccessBlockConfiguration": "PutPublicAccessBlock",
        "VersioningConfiguration": "PutBucketVersioning",
    }

    def create(self, properties: Properties) -> None:
        name = self.named(properties)["BucketName"]
        location = (
            {}
            if self.region == "us-east-1"
            else {"CreateBucketConfiguration": {"LocationConstraint": self.region}}
        )
        self.call("CreateBucket", Bucket=name, **location)
        self.physical_resource_id = name
        self.attributes = {
            "Arn": f"arn:aws:s3:::{name}",
            "DomainName": f"{name}.s3.amazonaws.com",
            "RegionalDomainName": f"{name}.s3.{self.region}.amazonaws.com",
        }
        self._configure(without(properties, "BucketName"))

    def made_up_name(self) -> str:
        return super().made_up_name().lower()

    def delete(self) -> None:
        self.call("DeleteBucket", Bucket=self.physical_resource_id)

    def _configure(self, properties: Properties) -> None:
        for name, operation in self.settings.items():
            if name in properties:
                self._set(operation, {name: properties[name]})
        if "Tags" in properties:
            self._set("PutBucketTagging", {"Tagging": {"TagSet": properties["Tags"]}})
        if "OwnershipControls" in properties:
            self._set("PutBucketOwnershipControls", only(properties, "OwnershipControls"))
        if "BucketEncryption" in properties:
            self._set("PutBucketEncryption", encryption(properties["BucketEncryption"]))
        known = {*self.settings, "Tags", "OwnershipControls", "BucketEncryption"}
        # Lifecycle, logging and notifications have no effect on a bucket that nothing writes to.
        unknown = properties.keys() - known - {
            "LifecycleConfiguration", "LoggingConfiguration", "NotificationConfiguration",
        }
        if unknown:
            raise NotImplementedError(f"bucket properties {sorted(unknown)}")

    def _set(self, operation: str, request: Properties) -> None:
        request = {"Bucket": self.physical_resource_id, **request}
        self.call(operation, **self.request(operation, request))


def encryption(properties: Properties) -> Properties:
    rules = [
        renamed(rule, ServerSideEncryptionByDefault="ApplyServerSideEncryptionByDefault")
        for rule in properties["ServerSideEncryptionConfiguration"]
    ]
    return {"ServerSideEncryptionConfiguration": {"Rules": rules}}


class BucketPolicy(Resource):
    """Stored, not enforced: moto ignores the conditions of a policy, and so would take
    "deny what isn't encrypted in transit" for "deny everything"."""

    type = "AWS::S3::BucketPolicy"
    service = "s3"

    def create(self, properties: Properties) -> None:
        self.bucket = properties["Bucket"]
        document = json.dumps(properties["PolicyDocument"])
        self.request("PutBucketPolicy", {"Bucket": self.bucket, "Policy": document})
        self._backend().put_bucket_policy(self.bucket, document.encode())
        self.physical_resource_id = self.bucket

    def update(self, properties: Properties) -> None:
        self.create(properties)

    def delete(self) -> None:
        self._backend().delete_bucket_policy(self.bucket)

    def _backend(self) -> Any:
        return s3_backends[self.account]["aws"]


class Table(Resource):
    type = "AWS::DynamoDB::Table"
    service = "dynamodb"
    name_property = "TableName"
    elsewhere = (
        "PointInTimeRecoverySpecification", "TimeToLiveSpecification", "ContributorInsightsSpecification",
    )

    def create(self, properties: Properties) -> None:
        named = self.named(without(properties, *self.elsewhere))
        if "SSESpecification" in named:
            named["SSESpecification"] = renamed(named["SSESpecification"], SSEEnabled="Enabled")
        request = self.request("CreateTable", named)
        table = self.call("CreateTable", **request)["TableDescription"]
        self.physical_resource_id = table["TableName"]
        self.attributes = {"Arn": table["TableArn"]}
        recovery = properties.get("PointInTimeRecoverySpecification")
        if recovery:
            request = {"TableName": table["TableName"], "PointInTimeRecoverySpecification": recovery}
            self.call("UpdateContinuousBackups", **self.request("UpdateContinuousBackups", request))

    def delete(self) -> None:
        self.call("DeleteTable", TableName=self.physical_resource_id)


class GlobalTable(Resource):
    """A table of one region, which is what the CDK's TableV2 makes unless it is told of others."""

    type = "AWS::DynamoDB::GlobalTable"
    service = "dynamodb"
    name_property = "TableName"
    of_table = (
        "TableName", "AttributeDefinitions", "KeySchema", "BillingMode", "StreamSpecification",
        "LocalSecondaryIndexes",
    )

    def create(self, properties: Properties) -> None:
        if len(properties["Replicas"]) > 1:
            raise NotImplementedError("a global table with replicas in other regions")
        request = self.request("CreateTable", only(self.named(properties), *self.of_table))
        table = self.call("CreateTable", **request)["TableDescription"]
        self.physical_resource_id = table["TableName"]
        self.attributes = {"Arn": table["TableArn"]}

    def delete(self) -> None:
        self.call("DeleteTable", TableName=self.physical_resource_id)


class Repository(Resource):
    type = "AWS::ECR::Repository"
    service = "ecr"
    name_property = "RepositoryName"

    def create(self, properties: Properties) -> None:
        named = without(self.named(properties), "LifecyclePolicy", "RepositoryPolicyText", "EmptyOnDelete")
        request = self.request("CreateRepository", named)
        repository = self.call("CreateRepository", **request)["repository"]
        self.physical_resource_id = repository["repositoryName"]
        self.attributes = {
            "Arn": repository["repositoryArn"],
            "RepositoryUri": repository["repositoryUri"],
        }

    def made_up_name(self) -> str:
        return super().made_up_name().lower()

    def delete(self) -> None:
        self.call("DeleteRepository", repositoryName=self.physical_resource_id, force=True)
