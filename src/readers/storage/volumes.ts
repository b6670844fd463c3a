import { readAccessPoint, readFileSystem, readMountsRoot } from './file-systems';
import { readKey } from '../permissions/keys';
import { readRole } from '../permissions/roles';
import type { Value } from '../../cloudformation/value';
import { optional, orDefault, required } from '../../cloudformation/value-helpers';
import { Unknown, type Fact } from '../../facts/fact';
import type { DockerVolumeFacts, EbsVolumeFacts, VolumeFacts, VolumeKind } from '../../facts/volume';

/** A volume of a task definition. */
export function readVolume(volume: Value): VolumeFacts {
  const saidKinds = readSaidKinds(volume);
  return {
    name: volume.get('Name').text(),
    kind: saidKinds instanceof Unknown ? saidKinds : saidKinds.find((kind) => kind !== 'bind') ?? 'bind',
    saidKinds,
    hostSourcePath: volume.at('Host', 'SourcePath').text(),
    efs: optional(volume.get('EFSVolumeConfiguration'), (efs) => ({
      fileSystem: readFileSystem(efs.get('FilesystemId')),
      rootDirectory: efs.get('RootDirectory').text(),
      mountsRoot: readMountsRoot(efs),
      transitEncryption: isEnabled(efs.get('TransitEncryption')),
      transitEncryptionPort: efs.get('TransitEncryptionPort').number(),
      iam: isEnabled(efs.at('AuthorizationConfig', 'IAM')),
      hasAccessPoint: efs.at('AuthorizationConfig', 'AccessPointId').isSet(),
      accessPoint: optional(efs.at('AuthorizationConfig', 'AccessPointId'), readAccessPoint),
    })),
    s3Files: optional(volume.get('S3FilesVolumeConfiguration'), (files) => ({
      rootDirectory: files.get('RootDirectory').text(),
      hasAccessPoint: files.get('AccessPointArn').isSet(),
    })),
    docker: optional(volume.get('DockerVolumeConfiguration'), (docker) => ({
      driver: orDefault(docker.get('Driver').text(), 'local'),
      options: readOptions(docker.get('DriverOpts')),
    })),
  };
}

/** The EBS volume that a service makes for each task. */
export function readEbsVolume(configuration: Value): EbsVolumeFacts {
  const ebs = configuration.get('ManagedEBSVolume');
  return {
    name: configuration.get('Name').text(),
    hasRole: ebs.get('RoleArn').isSet(),
    role: readRole(ebs.get('RoleArn')),
    encrypted: ebs.get('Encrypted').flag(),
    key: readKey(ebs.get('KmsKeyId')),
    volumeType: ebs.get('VolumeType').text(),
    sizeGiB: ebs.get('SizeInGiB').number(),
    fromSnapshot: ebs.get('SnapshotId').isSet(),
    iops: ebs.get('Iops').number(),
    throughputMiBps: ebs.get('Throughput').number(),
    initializationRateMiBps: ebs.get('VolumeInitializationRate').number(),
    fileSystemType: ebs.get('FilesystemType').text(),
  };
}

function readOptions(options: Value): DockerVolumeFacts['options'] {
  const entries = options.entries();
  return entries instanceof Unknown ? entries : Object.fromEntries(entries.map(([key, value]) => [key, required(value.text())]));
}

const KINDS: ReadonlyArray<readonly [string, VolumeKind]> = [
  ['DockerVolumeConfiguration', 'docker'],
  ['EFSVolumeConfiguration', 'efs'],
  ['FSxWindowsFileServerVolumeConfiguration', 'fsx'],
  ['S3FilesVolumeConfiguration', 's3files'],
];

function readSaidKinds(volume: Value): Fact<readonly VolumeKind[]> {
  const said = [
    ...KINDS.map(([property, kind]) => [volume.get(property).isSet(), kind] as const),
    [orDefault(volume.get('ConfiguredAtLaunch').flag(), false), 'ebs'] as const,
    [volume.at('Host', 'SourcePath').isSet(), 'bind'] as const,
  ];
  const unknown = said.find(([isSaid]) => isSaid instanceof Unknown);
  return unknown ? unknown[0] as Unknown : said.filter(([isSaid]) => isSaid === true).map(([, kind]) => kind);
}

function isEnabled(value: Value): Fact<boolean> {
  const word = value.word('ENABLED', 'DISABLED');
  return word instanceof Unknown ? word : word === 'ENABLED';
}
