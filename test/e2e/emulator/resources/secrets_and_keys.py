"""AWS::SecretsManager, AWS::SSM, AWS::KMS."""

import secrets
import string

from ..resource import Properties, Resource, without


class Secret(Resource):
    type = "AWS::SecretsManager::Secret"
    service = "secretsmanager"
    name_property = "Name"

    def create(self, properties: Properties) -> None:
        named = self.named(without(properties, "GenerateSecretString"))
        request = self.request("CreateSecret", named)
        if "SecretString" not in request:
            request["SecretString"] = generated(properties.get("GenerateSecretString", {}))
        self.physical_resource_id = self.call("CreateSecret", **request)["ARN"]
        self.attributes = {"Id": self.physical_resource_id}

    def delete(self) -> None:
        self.call(
            "DeleteSecret", SecretId=self.physical_resource_id, ForceDeleteWithoutRecovery=True
        )


def generated(options: Properties) -> str:
    """Random text of the asked length, in the asked JSON if there is a template."""
    value = "".join(secrets.choice(string.ascii_letters) for _ in range(int(options.get("PasswordLength", 32))))
    if "GenerateStringKey" not in options:
        return value
    template = options.get("SecretStringTemplate", "{}").rstrip("} ")
    comma = "," if template.strip() != "{" else ""
    return f'{template}{comma}"{options["GenerateStringKey"]}":"{value}"}}'


class Parameter(Resource):
    type = "AWS::SSM::Parameter"
    service = "ssm"
    name_property = "Name"

    def create(self, properties: Properties) -> None:
        self.parameter = self.named(properties)
        self._put(overwrite=False)
        self.physical_resource_id = self.parameter["Name"]
        self.attributes = {"Type": properties["Type"], "Value": properties["Value"]}

    def update(self, properties: Properties) -> None:
        self.parameter = {"Name": self.physical_resource_id, **properties}
        self._put(overwrite=True)
        self.attributes = {"Type": properties["Type"], "Value": properties["Value"]}

    def delete(self) -> None:
        self.call("DeleteParameter", Name=self.physical_resource_id)

    def _put(self, overwrite: bool) -> None:
        request = self.request("PutParameter", without(self.parameter, "Tags"))
        self.call("PutParameter", **request, Overwrite=overwrite)


class Key(Resource):
    type = "AWS::KMS::Key"
    service = "kms"

    def create(self, properties: Properties) -> None:
        tags = [
            {"TagKey": tag["Key"], "TagValue": tag["Value"]} for tag in properties.get("Tags", [])
        ]
        plain = without(properties, "KeyPolicy", "EnableKeyRotation", "PendingWindowInDays", "Tags")
        request = {**plain, "Policy": properties.get("KeyPolicy"), "Tags": tags}
        request = self.request("CreateKey", {key: value for key, value in request.items() if value})
        key = self.call("CreateKey", **request)["KeyMetadata"]
        self.physical_resource_id = key["KeyId"]
        self.attributes = {"Arn": key["Arn"], "KeyId": key["KeyId"]}
        if properties.get("EnableKeyRotation"):
            self.call("EnableKeyRotation", KeyId=key["KeyId"])

    def delete(self) -> None:
        self.call("ScheduleKeyDeletion", KeyId=self.physical_resource_id, PendingWindowInDays=7)


class Alias(Resource):
    type = "AWS::KMS::Alias"
    service = "kms"

    def create(self, properties: Properties) -> None:
        self.call("CreateAlias", **self.request("CreateAlias", properties))
        self.physical_resource_id = properties["AliasName"]

    def delete(self) -> None:
        self.call("DeleteAlias", AliasName=self.physical_resource_id)
