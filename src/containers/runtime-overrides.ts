import type * as ecs from 'aws-cdk-lib/aws-ecs';
import type { ContainerOptions } from './container-options';

/** Writes what the CDK has no property for, or compares although it is a token. */
export function overrideRuntime(task: ecs.TaskDefinition, index: number, { restartPolicy, accelerators }: ContainerOptions): void {
  const set = (property: string, value: unknown) =>
    (task.node.defaultChild as ecs.CfnTaskDefinition).addPropertyOverride(`ContainerDefinitions.${index}.${property}`, value);
  if (restartPolicy?.restartAttemptPeriod) set('RestartPolicy.RestartAttemptPeriod', restartPolicy.restartAttemptPeriod.toSeconds());
  if (!accelerators) return;
  // The lowest aws-cdk-lib has no shared GPUs, and the CDK accepts numbers only.
  const { type, value, sharingStrategy } = accelerators._requirement;
  set('ResourceRequirements', [{ Type: type, Value: value, SharingStrategy: sharingStrategy }]);
}
