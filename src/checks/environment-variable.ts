import type * as ecs from 'aws-cdk-lib/aws-ecs';
import { isOpen } from './open-value';
import { refuse } from '../gotchas/enforce';
import { tdEnvSecretNameClash } from '../gotchas/td/td-env-secret-name-clash';

const DOCS = 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_KeyValuePair.html';

/** Throws for a variable that no shell accepts, or that the container has already: ECS keeps the last value and reports nothing. */
export function checkVariable(at: string, container: ecs.ContainerDefinition, variable: string): void {
  if (isOpen(variable)) return;
  if (typeof variable !== 'string' || !/^[A-Za-z_][A-Za-z0-9_]*$/.test(variable)) {
    refuse({
      headline: `environmentVariable is '${variable}', it has letters, digits and underscores, and no digit in front`,
      at,
      property: 'environmentVariable',
      fix: "choose another environmentVariable, as in 'ORDERS_URL'",
      docs: DOCS,
    });
  }
  if (!variablesOf(container).includes(variable)) return;
  refuse({
    headline: `environmentVariable is '${variable}', container '${container.containerName}' has a variable of that name`,
    gotcha: tdEnvSecretNameClash,
    at,
    property: 'environmentVariable',
    fix: 'set another environmentVariable, or remove the variable from environment or secrets',
    docs: DOCS,
  });
}

/** The value of a variable of a container in plain text; undefined: it has none, or it is a secret. */
export function ownVariable(container: ecs.ContainerDefinition, variable: string): string | undefined {
  return (container as unknown as { readonly environment?: { readonly [name: string]: string } }).environment?.[variable];
}

/** The names of the variables of a container. The CDK adds variables, and doesn't show them. */
export function variablesOf(container: ecs.ContainerDefinition): readonly string[] {
  const { environment = {}, secrets = [] } = container as unknown as {
    readonly environment?: { readonly [name: string]: string };
    readonly secrets?: readonly { readonly name: string }[];
  };
  return [...Object.keys(environment), ...secrets.map(({ name }) => name)];
}
