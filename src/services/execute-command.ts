import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as iam from 'aws-cdk-lib/aws-iam';
import type * as logs from 'aws-cdk-lib/aws-logs';
import { cfnServiceOf } from '../workload/cfn-service';

const CHANNELS = ['CreateControlChannel', 'CreateDataChannel', 'OpenControlChannel', 'OpenDataChannel'];

/**
 * Returns true if the constructs of the AWS CDK allow ECS Exec to the task role. They name the log group, the bucket and the key of a cluster that
 * has some, and every log group of the account where the cluster has none.
 */
export function isExecOfCluster({ executeCommandConfiguration }: ecs.ICluster): boolean {
  return executeCommandConfiguration?.kmsKey !== undefined || executeCommandConfiguration?.logConfiguration !== undefined;
}

/**
 * Turns ECS Exec on, and allows the task role its session channels and the log group that sessions are written to. The channels accept
 * no resource.
 *
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html#ecs-exec-required-iam-permissions
 */
export function enableExec(service: ecs.BaseService, { logGroupArn }: logs.ILogGroup): void {
  const { cluster, taskDefinition } = service;
  cfnServiceOf(service).enableExecuteCommand = true;
  allow(taskDefinition, CHANNELS.map((action) => `ssmmessages:${action}`), '*');
  if (cluster.executeCommandConfiguration?.logging === ecs.ExecuteCommandLogging.NONE) return;
  allow(taskDefinition, ['logs:DescribeLogGroups'], '*');
  allow(taskDefinition, ['logs:CreateLogStream', 'logs:DescribeLogStreams', 'logs:PutLogEvents'], logGroupArn);
}

function allow(taskDefinition: ecs.TaskDefinition, actions: string[], resource: string): void {
  taskDefinition.addToTaskRolePolicy(new iam.PolicyStatement({ actions, resources: [resource] }));
}
