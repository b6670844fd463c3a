import type * as ecs from 'aws-cdk-lib/aws-ecs';

/** The ARNs of tasks in the cluster of a service. */
export function taskArnsOf({ cluster, stack }: ecs.BaseService, task: string): string {
  return stack.formatArn({ service: 'ecs', resource: 'task', resourceName: `${cluster.clusterName}/${task}` });
}
