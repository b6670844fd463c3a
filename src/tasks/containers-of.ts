import type * as ecs from 'aws-cdk-lib/aws-ecs';

/** All containers of a task definition; the CDK shows them to its subclasses only. */
export function containersOf(taskDefinition: ecs.TaskDefinition): readonly ecs.ContainerDefinition[] {
  return (taskDefinition as unknown as { readonly containers: readonly ecs.ContainerDefinition[] }).containers;
}
