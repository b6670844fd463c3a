import type * as ecs from 'aws-cdk-lib/aws-ecs';
import { variablesOf } from '../checks/environment-variable';

/** Adds variables to a container. One that the container has already stays as it is. */
export function addVariables(container: ecs.ContainerDefinition, variables: Readonly<Record<string, string>>): void {
  const present = variablesOf(container);
  for (const [name, value] of Object.entries(variables)) {
    if (!present.includes(name)) container.addEnvironment(name, value);
  }
}
