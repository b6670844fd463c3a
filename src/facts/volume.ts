import type { SecretKeyFacts } from './container';
import { NOT_SAID, Unknown, type Fact } from './fact';
import type { AccessPointFacts, FileSystemFacts } from './file-system';
import type { RoleFacts } from './role';

export type VolumeKind = 'bind' | 'docker' | 'efs' | 'ebs' | 's3files' | 'fsx';

/** Settings of a volume for its EFS file system. */
export interface EfsVolumeFacts {
  readonly fileSystem: FileSystemFacts;
  readonly rootDirectory: Fact<string | undefined>;
  /** The root directory of the file system is mounted, with or without an access point. */
  readonly mountsRoot: Fact<boolean>;
  /** ECS defaults to `DISABLED`. */
  readonly transitEncryption: Fact<boolean>;
  /** Port of the host for the encrypted connection. */
  readonly transitEncryptionPort: Fact<number | undefined>;
  /** ECS defaults to `DISABLED`. */
  readonly iam: Fact<boolean>;
  readonly hasAccessPoint: Fact<boolean>;
  /** `undefined`: there is none. Unknown for one outside of the app. */
  readonly accessPoint: Fact<AccessPointFacts | undefined>;
}

/** Settings of a volume for its S3 Files file system. */
export interface S3FilesVolumeFacts {
  readonly rootDirectory: Fact<string | undefined>;
  readonly hasAccessPoint: Fact<boolean>;
}

/** Settings of a volume that a Docker volume plugin makes. */
export interface DockerVolumeFacts {
  /** Docker defaults to `local`. */
  readonly driver: Fact<string>;
  readonly options: Fact<Readonly<Record<string, Fact<string>>>>;
}

/** A volume of a task definition. */
export interface VolumeFacts {
  readonly name: Fact<string | undefined>;
  readonly kind: Fact<VolumeKind>;
  /** Every kind that it configures; an empty bind mount configures none. */
  readonly saidKinds: Fact<readonly VolumeKind[]>;
  /** A directory of the host; without one, a bind mount is an empty directory that lives as long as the task. */
  readonly hostSourcePath: Fact<string | undefined>;
  readonly efs: Fact<EfsVolumeFacts | undefined>;
  readonly s3Files: Fact<S3FilesVolumeFacts | undefined>;
  readonly docker: Fact<DockerVolumeFacts | undefined>;
}

/** The EBS volume that a service makes for each of its tasks. */
export interface EbsVolumeFacts {
  readonly name: Fact<string | undefined>;
  readonly hasRole: Fact<boolean>;
  /** The infrastructure role with which ECS makes it. */
  readonly role: Fact<RoleFacts | undefined>;
  /** `undefined`: the default of the region decides. */
  readonly encrypted: Fact<boolean | undefined>;
  /** `undefined`: no key is named. */
  readonly key: Fact<SecretKeyFacts | undefined>;
  /** ECS defaults to `gp3`. */
  readonly volumeType: Fact<string | undefined>;
  readonly sizeGiB: Fact<number | undefined>;
  readonly fromSnapshot: Fact<boolean>;
  readonly iops: Fact<number | undefined>;
  readonly throughputMiBps: Fact<number | undefined>;
  readonly initializationRateMiBps: Fact<number | undefined>;
  readonly fileSystemType: Fact<string | undefined>;
}

/** Fills the facts that are missing with *unknown*. */
export function volumeFacts(given: Partial<VolumeFacts> = {}, otherwise = NOT_SAID): VolumeFacts {
  const unknown = new Unknown(otherwise);
  return { name: unknown, kind: unknown, saidKinds: unknown, hostSourcePath: unknown, efs: unknown, s3Files: unknown, docker: unknown, ...given };
}
