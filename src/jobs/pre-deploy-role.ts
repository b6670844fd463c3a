import * as iam from 'aws-cdk-lib/aws-iam';
import { Stack } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import type { OneOffTask } from './one-off-task';
import { tagTasks } from './tag-tasks';

/** May run this task, and see and stop the tasks of its cluster, and nothing else. */
export function preDeployRole(scope: Construct, task: OneOffTask): iam.Role {
  const { cluster } = task._placement;
  const inCluster = (resource: string) => Stack.of(scope).formatArn({ service: 'ecs', resource, resourceName: `${cluster.clusterName}/*` });
  const here = { ArnEquals: { 'ecs:cluster': cluster.clusterArn } };
  return new iam.Role(scope, 'Role', {
    assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com'),
    inlinePolicies: {
      RunTask: new iam.PolicyDocument({
        statements: [
          // Of any revision: a permission for the newest alone would take effect too late.
          allow(['ecs:RunTask'], [familyArn(scope, task)], here),
          allow(['ecs:DescribeTasks', 'ecs:StopTask'], [inCluster('task')], here),
          tagTasks(scope, cluster),
          allow(['ecs:DescribeServiceDeployments'], [inCluster('service-deployment')]),
          allow(['ecs:DescribeServiceRevisions'], [inCluster('service-revision')]),
          allow(['iam:PassRole'], [task.taskRoles.taskRole.roleArn, task.taskRoles.executionRole.roleArn], {
            StringEquals: { 'iam:PassedToService': 'ecs-tasks.amazonaws.com' },
          }),
          allow(['logs:GetLogEvents', 'logs:CreateLogStream', 'logs:PutLogEvents'], [task.logGroup.logGroupArn]),
        ],
      }),
    },
  });
}

function allow(actions: string[], resources: string[], conditions?: Record<string, unknown>): iam.PolicyStatement {
  return new iam.PolicyStatement({ actions, resources, conditions });
}

function familyArn(scope: Construct, { taskDefinition }: OneOffTask): string {
  return Stack.of(scope).formatArn({ service: 'ecs', resource: 'task-definition', resourceName: `${taskDefinition.family}:*` });
}
