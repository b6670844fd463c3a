import type * as ecs from 'aws-cdk-lib/aws-ecs';
import { Token } from 'aws-cdk-lib/core';
import { refuse } from '../gotchas/enforce';
import { tdEnvSecretNameClash } from '../gotchas/td/td-env-secret-name-clash';

const DOCS = 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_KeyValuePair.html';

/** The name of an environment variable for an endpoint: `order-api` and `OrderApi` are both `ORDER_API_URL`. */
export function variableFor(name: string): string {
  const words = name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').replace(/[^A-Za-z0-9]+/g, '_').replace(/^_+|_+$/g, '').toUpperCase();
  return `${/^\d/.test(words) ? '_' : ''}${words}_URL`;
}

/** Throws for a variable that can't be, or that the container has already: the last value would win without a word. */
export function checkVariable(at: string, container: ecs.ContainerDefinition, variable: string): void {
  if (Token.isUnresolved(variable)) return;
  if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(variable)) {
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
    fix: 'say another environmentVariable in connectTo, or take the variable out of environment or secrets',
    docs: DOCS,
  });
}

/** The CDK adds variables, and doesn't show them. */
function variablesOf(container: ecs.ContainerDefinition): readonly string[] {
  const { environment = {}, secrets = [] } = container as unknown as {
    readonly environment?: { readonly [name: string]: string };
    readonly secrets?: readonly { readonly name: string }[];
  };
  return [...Object.keys(environment), ...secrets.map(({ name }) => name)];
}
