import type * as ecs from 'aws-cdk-lib/aws-ecs';
import { ArnFormat, Stack } from 'aws-cdk-lib/core';
import { containersOf } from '../tasks/containers-of';
import type { IEcsWorkload } from '../workload/ecs-workload';

/** Services of this library have a log group of their own. */
interface Logs {
  readonly logGroup?: { readonly logGroupArn: string };
}

/** The log groups of the containers of a service, in which ECS Exec records sessions unless the cluster has a place for them. */
export function ownLogGroupArns(workload: IEcsWorkload): string[] {
  const { logGroup } = workload as Logs;
  if (logGroup) return [logGroup.logGroupArn];
  return [...new Set(containersOf(workload.taskDefinition).flatMap((container) => logGroupArnOf(container) ?? []))];
}

function logGroupArnOf(container: ecs.ContainerDefinition): string | undefined {
  const { logDriver, options } = (container.logDriverConfig ?? {}) as Partial<ecs.LogDriverConfig>;
  const group = logDriver === 'awslogs' ? options?.['awslogs-group'] : undefined;
  if (group === undefined) return undefined;
  return Stack.of(container).formatArn({
    service: 'logs', region: options?.['awslogs-region'], resource: `log-group:${group}:*`, arnFormat: ArnFormat.NO_RESOURCE_NAME,
  });
}
