import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as logs from 'aws-cdk-lib/aws-logs';
import type * as s3 from 'aws-cdk-lib/aws-s3';
import type { RemovalPolicy } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { checkExecAudit, resourceOf } from './exec-audit-checks';
import { pathOf } from '../checks/path-of';
import { readProps } from '../checks/read-props';
import { checkPlaces } from '../checks/same-place';
import { allowEncryption } from '../permissions/encrypted-logs';
import { recordSessions } from '../permissions/session-records';

/**
 * Properties of an ExecAudit.
 */
export interface ExecAuditProps {
  /**
   * The cluster whose sessions are recorded. It must be a cluster of this app, without an `executeCommandConfiguration`.
   */
  readonly cluster: ecs.ICluster;

  /**
   * The key that encrypts sessions on their way, and the log group that is created for them.
   *
   * @default - a new key, which KMS rotates every year
   */
  readonly encryptionKey?: kms.IKey;

  /**
   * The log group for sessions: the commands and what they print.
   *
   * @default - a new log group, encrypted with the `encryptionKey`
   */
  readonly logGroup?: logs.ILogGroup;

  /**
   * A bucket that gets the record of each session too, when the session ends.
   *
   * @default - sessions are recorded in the log group alone
   */
  readonly bucket?: s3.IBucket;

  /**
   * The prefix of the objects in the `bucket`, without a slash at the end. Services can write below it only.
   *
   * @default 'ecs-exec'
   */
  readonly bucketPrefix?: string;

  /**
   * The time for which the new log group keeps sessions.
   *
   * @default RetentionDays.ONE_YEAR
   */
  readonly retention?: logs.RetentionDays;

  /**
   * The fate of the new log group and the new key when they leave the stack.
   *
   * @default RemovalPolicy.RETAIN
   */
  readonly removalPolicy?: RemovalPolicy;
}

/**
 * The record of every session of ECS Exec in a cluster.
 *
 * The cluster writes the commands of a session and what they print to one log group, and to a bucket on request. A key of KMS encrypts the
 * session and the log group. Services of this library and `ExecAccess` allow their task roles this log group, bucket and key, before or
 * after the ExecAudit is defined.
 *
 * The image of a container must have `script` and `cat`: the agent of ECS Exec records with them.
 *
 * Refused: an imported cluster, and a cluster that has an `executeCommandConfiguration`.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html#ecs-exec-logging
 *
 * @example
 * new ExecAudit(this, 'Audit', { cluster });
 */
export class ExecAudit extends Construct {
  /**
   * The log group that sessions are recorded in.
   */
  public readonly logGroup: logs.ILogGroup;

  /**
   * The key that encrypts sessions.
   */
  public readonly encryptionKey: kms.IKey;

  /**
   * Defines an ExecAudit.
   *
   * @param scope the construct that the new one is a part of
   * @param id the id of the new construct, unique within the scope
   * @param props its properties
   */
  constructor(scope: Construct, id: string, props: ExecAuditProps) {
    const at = pathOf(scope, id);
    props = readProps(at, props, ['cluster']);
    checkPlaces(scope, id, props);
    checkExecAudit(at, props);
    super(scope, id);

    const { cluster, bucket, bucketPrefix = 'ecs-exec', removalPolicy } = props;
    this.encryptionKey = props.encryptionKey ?? new kms.Key(this, 'Key', {
      description: `Sessions of ECS Exec: ${this.node.path}`.slice(0, 8192),
      enableKeyRotation: true,
      removalPolicy,
    });
    this.logGroup = props.logGroup ?? this.newLogGroup(props);
    const resource = resourceOf(cluster);
    resource.configuration = {
      ...resource.configuration as ecs.CfnCluster.ClusterConfigurationProperty | undefined,
      executeCommandConfiguration: {
        kmsKeyId: this.encryptionKey.keyArn,
        logging: ecs.ExecuteCommandLogging.OVERRIDE,
        logConfiguration: {
          cloudWatchLogGroupName: this.logGroup.logGroupName,
          cloudWatchEncryptionEnabled: isEncrypted(this.logGroup),
          ...bucket && { s3BucketName: bucket.bucketName, s3KeyPrefix: bucketPrefix, s3EncryptionEnabled: true },
        },
      },
    };
    recordSessions(cluster, { logGroupArn: this.logGroup.logGroupArn, bucket, keyPrefix: bucketPrefix, encryptionKey: this.encryptionKey });
  }

  private newLogGroup({ retention = logs.RetentionDays.ONE_YEAR, removalPolicy }: ExecAuditProps): logs.LogGroup {
    const logGroup = new logs.LogGroup(this, 'LogGroup', { encryptionKey: this.encryptionKey, retention, removalPolicy });
    allowEncryption(logGroup, this.encryptionKey);
    return logGroup;
  }
}

/** ECS Exec opens no session where encryption is demanded of a log group that has no key. */
function isEncrypted({ node }: logs.ILogGroup): boolean {
  const { defaultChild } = node;
  return defaultChild instanceof logs.CfnLogGroup && defaultChild.kmsKeyId !== undefined;
}
