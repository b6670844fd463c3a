"""AWS::EFS."""

import json

from ..resource import Properties, Resource, only, renamed


class FileSystem(Resource):
    """Backup and policy are checked against the API's model, and have no place in moto."""

    type = "AWS::EFS::FileSystem"
    service = "efs"
    of_file_system = ("Encrypted", "KmsKeyId", "PerformanceMode", "ThroughputMode", "ProvisionedThroughputInMibps")

    def create(self, properties: Properties) -> None:
        request = self.request("CreateFileSystem", only(properties, *self.of_file_system))
        tags = self.request("CreateFileSystem", {"Tags": properties.get("FileSystemTags", [])})
        created = self.call("CreateFileSystem", CreationToken=self.made_up_name()[-64:], **request, **tags)
        self.physical_resource_id = created["FileSystemId"]
        self.attributes = {"Arn": created["FileSystemArn"], "FileSystemId": created["FileSystemId"]}
        self._check(properties)

    def _check(self, properties: Properties) -> None:
        if "FileSystemPolicy" in properties:
            policy = {"FileSystemId": self.physical_resource_id, "Policy": json.dumps(properties["FileSystemPolicy"])}
            self.request("PutFileSystemPolicy", policy)
        if "BackupPolicy" in properties:
            self.request("PutBackupPolicy", only(properties, "BackupPolicy"))

    def delete(self) -> None:
        self.call("DeleteFileSystem", FileSystemId=self.physical_resource_id)


class MountTarget(Resource):
    type = "AWS::EFS::MountTarget"
    service = "efs"

    def create(self, properties: Properties) -> None:
        created = self.call("CreateMountTarget", **self.request("CreateMountTarget", properties))
        self.physical_resource_id = created["MountTargetId"]
        self.attributes = {"Id": created["MountTargetId"], "IpAddress": created["IpAddress"]}

    def delete(self) -> None:
        self.call("DeleteMountTarget", MountTargetId=self.physical_resource_id)


class AccessPoint(Resource):
    type = "AWS::EFS::AccessPoint"
    service = "efs"

    def create(self, properties: Properties) -> None:
        named = renamed(properties, AccessPointTags="Tags")
        request = self.request("CreateAccessPoint", named)
        created = self.call("CreateAccessPoint", ClientToken=self.made_up_name()[-64:], **request)
        self.physical_resource_id = created["AccessPointId"]
        self.attributes = {"Arn": created["AccessPointArn"], "AccessPointId": created["AccessPointId"]}

    def delete(self) -> None:
        self.call("DeleteAccessPoint", AccessPointId=self.physical_resource_id)
