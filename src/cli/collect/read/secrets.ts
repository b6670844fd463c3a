import { oneByOne, readReferenced, type DefinitionOf } from './referenced';
import { Unknown, type Fact } from '../../../facts/fact';
import { orMissing } from '../call-failed';
import { CALLS } from '../calls';
import type { Context } from '../context';
import { describe } from '../describe';
import type { Service, TaskDefinition } from '../shapes';

/** Whether what a task takes its secrets from exists. Only what is known about them is read, never what they hold. */
export function readSecretsExist(context: Context, services: readonly Service[], definitionOf: DefinitionOf) {
  const names = (definition: TaskDefinition) => references(definition).filter((reference) => isHere(reference, context.region));
  return readReferenced<boolean>(services, definitionOf, names, async (all) => {
    const secrets = all.filter(isSecret);
    const parameters = all.filter((reference) => !isSecret(reference));
    const [secretExists, parameterExists] = await Promise.all([secretsExist(context)(secrets), parametersExist(context, parameters)]);
    return (reference) => (isSecret(reference) ? secretExists(reference) : parameterExists(reference));
  });
}

function references({ containerDefinitions = [] }: TaskDefinition): string[] {
  return containerDefinitions.flatMap(({ secrets = [], logConfiguration, repositoryCredentials }) => [
    ...[...secrets, ...logConfiguration?.secretOptions ?? []].map(({ valueFrom }) => withoutKey(valueFrom!)),
    ...repositoryCredentials?.credentialsParameter ? [repositoryCredentials.credentialsParameter] : [],
  ]);
}

/** The ARN of a secret has seven parts; JSON key, stage and version come after them. */
export function withoutKey(valueFrom: string): string {
  return /^arn:[^:]+:secretsmanager:/.test(valueFrom) ? valueFrom.split(':').slice(0, 7).join(':') : valueFrom;
}

function isSecret(reference: string): boolean {
  return /^arn:[^:]+:secretsmanager:/.test(reference);
}

/** A name without ARN is a parameter of the same region. */
function isHere(reference: string, region: string): boolean {
  return !reference.startsWith('arn:') || reference.split(':')[3] === region;
}

function secretsExist({ aws }: Context) {
  return oneByOne(async (SecretId): Promise<Fact<boolean>> => {
    const secret = await orMissing(() => aws.send(CALLS.describeSecret, { SecretId }));
    return secret !== undefined && secret.DeletedDate === undefined;
  });
}

async function parametersExist({ aws }: Context, ids: readonly string[]): Promise<(id: string) => Fact<boolean>> {
  const { found, failed } = await describe<object, object, { readonly Name?: string }>(aws, {
    call: CALLS.describeParameters,
    ids: ids.map(parameterName),
    read: async (Values) => {
      const { Parameters: items = [] } = await aws.send(CALLS.describeParameters, {
        ParameterFilters: [{ Key: 'Name', Option: 'Equals', Values: [...Values] }], MaxResults: CALLS.describeParameters.batch,
      });
      const there = new Set(items.map(({ Name }) => Name));
      return { items, missing: Values.filter((name) => !there.has(name)) };
    },
    idOf: ({ Name }) => Name,
  });
  return (id) => {
    const reason = failed.get(parameterName(id));
    return reason === undefined ? found.has(parameterName(id)) : new Unknown(reason);
  };
}

/** In ARNs the slash that some names begin with is the one after `parameter`. */
function parameterName(id: string): string {
  const name = /^arn:[^:]+:ssm:[^:]*:[^:]*:parameter(\/.+)$/.exec(id)?.[1];
  if (name === undefined) return id;
  return name.indexOf('/', 1) > 0 ? name : name.slice(1);
}
