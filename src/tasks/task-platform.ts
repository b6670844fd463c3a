import * as ecs from 'aws-cdk-lib/aws-ecs';
import { Stack, Token } from 'aws-cdk-lib/core';
import type { IEcsTask } from '../workload/ecs-task';

/** The L1 resource of a task definition: the only one whose dependencies name no role of the task. */
export function resourceOf(taskDefinition: ecs.TaskDefinition): ecs.CfnTaskDefinition {
  return taskDefinition.node.defaultChild as ecs.CfnTaskDefinition;
}

/** True if the containers of a task run on Windows. ECS defaults to Linux. */
export function isWindows(taskDefinition: ecs.TaskDefinition): boolean {
  const platform = Stack.of(taskDefinition).resolve(resourceOf(taskDefinition).runtimePlatform);
  const { operatingSystemFamily } = (platform ?? {}) as { readonly operatingSystemFamily?: string };
  return typeof operatingSystemFamily === 'string' && !Token.isUnresolved(operatingSystemFamily) && operatingSystemFamily.startsWith('WINDOWS');
}

/** The service or the placement of a task, as far as the kind of the task has one. */
interface Placed {
  readonly service?: ecs.BaseService;
  readonly _placement?: { readonly cluster: ecs.ICluster; readonly onFargate: boolean };
}

/** The service that runs a task; a task that runs once has none. */
export function serviceOf(task: IEcsTask): ecs.BaseService | undefined {
  return (task as Placed).service;
}

/** The cluster whose instances run the task. Undefined on Fargate, and where nothing names the cluster. */
export function instancesOf(task: IEcsTask): ecs.ICluster | undefined {
  const { service, _placement } = task as Placed;
  if (service) return service instanceof ecs.Ec2Service ? service.cluster : undefined;
  return _placement && !_placement.onFargate ? _placement.cluster : undefined;
}

/** True if the task runs on Fargate, or may. */
export function isOnFargate(task: IEcsTask): boolean {
  const { service, _placement } = task as Placed;
  if (service) return service instanceof ecs.FargateService;
  return _placement ? _placement.onFargate : task.taskDefinition.isFargateCompatible;
}
