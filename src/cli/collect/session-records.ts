import type { Cluster, Service } from './shapes';

/** The places in which a cluster has sessions of ECS Exec recorded, and the key that encrypts them. */
export interface SessionRecords {
  readonly group?: string;
  /** The log group has to be encrypted. */
  readonly demandsKey: boolean;
  readonly bucket?: string;
  readonly prefix: string;
  /** Id, alias or ARN of a key of KMS. */
  readonly key?: string;
}

/** The session records of a service with ECS Exec; `undefined` where it has none. */
export function sessionRecordsOf({ enableExecuteCommand }: Service, { configuration }: Cluster): SessionRecords | undefined {
  const exec = configuration?.executeCommandConfiguration;
  if (!enableExecuteCommand || !exec) return undefined;
  // Without the logging OVERRIDE, sessions are recorded where the containers log to, or nowhere.
  const places = exec.logging === 'OVERRIDE' ? exec.logConfiguration : undefined;
  const { cloudWatchLogGroupName, cloudWatchEncryptionEnabled = false, s3BucketName, s3KeyPrefix = '' } = places ?? {};
  return {
    group: named(cloudWatchLogGroupName),
    demandsKey: cloudWatchEncryptionEnabled,
    bucket: named(s3BucketName),
    prefix: s3KeyPrefix,
    key: named(exec.kmsKeyId),
  };
}

function named(text: string | undefined): string | undefined {
  return text === '' ? undefined : text;
}
