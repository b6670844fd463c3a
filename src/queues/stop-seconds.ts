import type * as ecs from 'aws-cdk-lib/aws-ecs';
import { Unknown, type Fact } from '../facts/fact';

/** Seconds that ECS waits for a container that sets no `stopTimeout`. */
const DEFAULT_SECONDS = 30;

/** Seconds that a container has to stop. The CDK keeps them to itself. */
export function stopSecondsOf(container: ecs.ContainerDefinition): Fact<number> {
  const { props } = container as unknown as { readonly props: ecs.ContainerDefinitionOptions };
  if (props.stopTimeout === undefined) return DEFAULT_SECONDS;
  return props.stopTimeout.isUnresolved() ? new Unknown('stopTimeout is a token') : props.stopTimeout.toSeconds();
}
