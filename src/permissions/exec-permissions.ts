import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Lazy } from 'aws-cdk-lib/core';
import { recordsOf, whenRecorded, type SessionRecords } from './session-records';

const CHANNELS = ['CreateControlChannel', 'CreateDataChannel', 'OpenControlChannel', 'OpenDataChannel'];

/**
 * Returns true if the constructs of the AWS CDK allow ECS Exec to the task role. They name the log group, the bucket and the key of a cluster that
 * has some, and every log group of the account where the cluster has none.
 */
export function isExecOfCluster({ executeCommandConfiguration }: ecs.ICluster): boolean {
  return executeCommandConfiguration?.kmsKey !== undefined || executeCommandConfiguration?.logConfiguration !== undefined;
}

/**
 * Allows a task role its session channels, and what the cluster records sessions in: by default the log groups of the containers. The
 * channels accept no resource.
 *
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html#ecs-exec-required-iam-permissions
 */
export function allowExec(taskDefinition: ecs.TaskDefinition, cluster: ecs.ICluster, ownLogGroupArns: readonly string[]): void {
  allow(taskDefinition, CHANNELS.map((action) => `ssmmessages:${action}`), ['*']);
  if (cluster.executeCommandConfiguration?.logging === ecs.ExecuteCommandLogging.NONE) return;
  const logGroupArns = isExecOfCluster(cluster) ? knownLogGroup(cluster) : logGroupOfSessions(cluster, ownLogGroupArns);
  if (logGroupArns.length > 0) {
    allow(taskDefinition, ['logs:DescribeLogGroups'], ['*']);
    allow(taskDefinition, ['logs:CreateLogStream', 'logs:DescribeLogStreams', 'logs:PutLogEvents'], logGroupArns);
  }
  if (isExecOfCluster(cluster)) allowRecords(taskDefinition, recordsOf(cluster) ?? {});
  else whenRecorded(cluster, (records) => allowRecords(taskDefinition, records));
}

function knownLogGroup(cluster: ecs.ICluster): string[] {
  const logGroupArn = recordsOf(cluster)?.logGroupArn;
  return logGroupArn ? [logGroupArn] : [];
}

/** The log group that the cluster gets, also after the service: it takes the place of those of the containers. */
function logGroupOfSessions(cluster: ecs.ICluster, own: readonly string[]): string[] {
  const ofCluster = () => recordsOf(cluster)?.logGroupArn;
  if (own.length <= 1) return own.map((arn) => Lazy.string({ produce: () => ofCluster() ?? arn }));
  return Lazy.list({ produce: () => [ofCluster() ?? own].flat() });
}

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html#ecs-exec-logging */
function allowRecords(taskDefinition: ecs.TaskDefinition, { bucket, keyPrefix, encryptionKey }: SessionRecords): void {
  if (encryptionKey) allow(taskDefinition, ['kms:Decrypt'], [encryptionKey.keyArn]);
  if (!bucket) return;
  allow(taskDefinition, ['s3:PutObject'], [bucket.arnForObjects(keyPrefix ? `${keyPrefix}/*` : '*')]);
  allow(taskDefinition, ['s3:GetEncryptionConfiguration'], [bucket.bucketArn]);
  // S3 encrypts what it stores with the key of the bucket in the name of the caller.
  if (bucket.encryptionKey) allow(taskDefinition, ['kms:GenerateDataKey'], [bucket.encryptionKey.keyArn]);
}

function allow(taskDefinition: ecs.TaskDefinition, actions: string[], resources: string[]): void {
  taskDefinition.addToTaskRolePolicy(new iam.PolicyStatement({ actions, resources }));
}
