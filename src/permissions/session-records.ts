import type * as ecs from 'aws-cdk-lib/aws-ecs';
import type * as kms from 'aws-cdk-lib/aws-kms';
import type * as logs from 'aws-cdk-lib/aws-logs';
import type * as s3 from 'aws-cdk-lib/aws-s3';

/** Places in which a cluster records sessions of ECS Exec, and the key that encrypts their data. */
export interface SessionRecords {
  /** The ARN of the log group, with its streams. */
  readonly logGroupArn?: string;
  readonly bucket?: s3.IBucket;
  /** Objects of the bucket are below this prefix. */
  readonly keyPrefix?: string;
  readonly encryptionKey?: kms.IKey;
}

/** A cluster whose records are set by a part of this library, before or after its services are defined. */
interface Cluster {
  records?: SessionRecords;
  readonly waiting: Array<(records: SessionRecords) => void>;
}

/** Clusters whose sessions an ExecAudit records, with the services that wait for it. */
const CLUSTERS = new WeakMap<ecs.ICluster, Cluster>();

/** Sets the records of a cluster, for services that are defined already and for those that follow. */
export function recordSessions(cluster: ecs.ICluster, records: SessionRecords): void {
  const known = clusterOf(cluster);
  known.records = records;
  known.waiting.splice(0).forEach((use) => use(records));
}

/** Calls back with the records of a cluster as soon as they are set. */
export function whenRecorded(cluster: ecs.ICluster, use: (records: SessionRecords) => void): void {
  const known = clusterOf(cluster);
  if (known.records) use(known.records);
  else known.waiting.push(use);
}

/** The records that are set now, by a part of this library or with the cluster. */
export function recordsOf(cluster: ecs.ICluster): SessionRecords | undefined {
  const { executeCommandConfiguration: configuration } = cluster;
  if (!configuration) return CLUSTERS.get(cluster)?.records;
  const { kmsKey: encryptionKey, logConfiguration } = configuration;
  const { cloudWatchLogGroup, s3Bucket: bucket, s3KeyPrefix: keyPrefix } = logConfiguration ?? {};
  return { encryptionKey, logGroupArn: arnOf(cloudWatchLogGroup), bucket, keyPrefix };
}

/** A log group of the L1 has its ARN in a reference only, and the lowest aws-cdk-lib has no references. */
function arnOf(logGroup: Partial<logs.ILogGroup> | undefined): string | undefined {
  return logGroup?.logGroupArn ?? logGroup?.logGroupRef?.logGroupArn;
}

function clusterOf(cluster: ecs.ICluster): Cluster {
  const known = CLUSTERS.get(cluster) ?? { waiting: [] };
  CLUSTERS.set(cluster, known);
  return known;
}
