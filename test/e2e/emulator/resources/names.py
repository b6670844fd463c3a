"""AWS::Route53 and AWS::CertificateManager."""

from typing import Any
from uuid import uuid4

from ..resource import Properties, Resource, without


class HostedZone(Resource):
    type = "AWS::Route53::HostedZone"
    service = "route53"

    def create(self, properties: Properties) -> None:
        vpcs = properties.get("VPCs", [])
        request: dict[str, Any] = {
            **without(properties, "VPCs", "HostedZoneTags", "QueryLoggingConfig"),
            "CallerReference": str(uuid4()),
            **({"VPC": vpcs[0]} if vpcs else {}),
        }
        answer = self.call("CreateHostedZone", **self.request("CreateHostedZone", request))
        self.physical_resource_id = answer["HostedZone"]["Id"].split("/")[-1]
        self.attributes = {
            "Id": self.physical_resource_id,
            "NameServers": answer.get("DelegationSet", {}).get("NameServers", []),
        }

    def delete(self) -> None:
        self.call("DeleteHostedZone", Id=self.physical_resource_id)


class RecordSet(Resource):
    type = "AWS::Route53::RecordSet"
    service = "route53"

    def create(self, properties: Properties) -> None:
        self.zone = properties["HostedZoneId"]
        record = without(properties, "HostedZoneId", "HostedZoneName", "Comment")
        if "ResourceRecords" in record:
            record["ResourceRecords"] = [{"Value": value} for value in record["ResourceRecords"]]
        self.record = record
        self._change("UPSERT")
        self.physical_resource_id = properties["Name"]

    def update(self, properties: Properties) -> None:
        self.create(properties)

    def delete(self) -> None:
        self._change("DELETE")

    def _change(self, action: str) -> None:
        alias = self.record.get("AliasTarget")
        record = self.record
        if alias:
            record = {**record, "AliasTarget": {"EvaluateTargetHealth": False, **alias}}
        request = self.request(
            "ChangeResourceRecordSets",
            {
                "HostedZoneId": self.zone,
                "ChangeBatch": {"Changes": [{"Action": action, "ResourceRecordSet": record}]},
            },
        )
        self.call("ChangeResourceRecordSets", **request)


class Certificate(Resource):
    """Issued at once; where validation by DNS needs a record is checked by nobody here."""

    type = "AWS::CertificateManager::Certificate"
    service = "acm"

    def create(self, properties: Properties) -> None:
        request = self.request(
            "RequestCertificate",
            without(properties, "DomainValidationOptions", "CertificateTransparencyLoggingPreference"),
        )
        self.physical_resource_id = self.call("RequestCertificate", **request)["CertificateArn"]

    def delete(self) -> None:
        self.call("DeleteCertificate", CertificateArn=self.physical_resource_id)
