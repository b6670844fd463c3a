import type { Template } from 'aws-cdk-lib/assertions';

/** A variable of a container, as the template has it. */
interface Variable {
  readonly Name: string;
  readonly Value: unknown;
}

/** A container, as the template has it. */
interface Container {
  readonly Name: string;
  readonly Environment?: readonly Variable[];
  readonly [property: string]: unknown;
}

/** The container of a name, in the only task definition of a template. */
export function containerOf(template: Template, name: string): Container {
  const [task] = Object.values(template.findResources('AWS::ECS::TaskDefinition'));
  return task.Properties.ContainerDefinitions.find((container: Container) => container.Name === name);
}

/** The variables of a container, by name. */
export function variablesOf(template: Template, name: string): { readonly [variable: string]: unknown } {
  return Object.fromEntries((containerOf(template, name).Environment ?? []).map(({ Name, Value }) => [Name, Value]));
}

/** A configuration in a variable of a container, with TOKEN in place of what only the deployment knows. */
export function configOf(template: Template, name: string, variable: string): any { // eslint-disable-line @typescript-eslint/no-explicit-any -- of any form
  const value = variablesOf(template, name)[variable];
  const parts = typeof value === 'string' ? [value] : (value as { readonly 'Fn::Join': readonly [string, readonly unknown[]] })['Fn::Join'][1];
  return JSON.parse(parts.map((part) => (typeof part === 'string' ? part : 'TOKEN')).join(''));
}

/** The statements of the policies below a construct. */
export function statementsOf(template: Template, id: string): readonly unknown[] {
  return Object.entries(template.findResources('AWS::IAM::Policy')).filter(([logicalId]) => logicalId.startsWith(id))
    .flatMap(([, { Properties }]) => Properties.PolicyDocument.Statement);
}
