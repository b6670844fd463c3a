import { oneByOne, readReferenced, type DefinitionOf } from './referenced';
import { Unknown, type Fact } from '../../../facts/fact';
import type { SecretState } from '../account';
import { fact, orMissing } from '../call-failed';
import { CALLS } from '../calls';
import type { Context } from '../context';
import { describe } from '../describe';
import { fewPages } from '../pages';
import { isParameterName, isSecret, secretReferences } from '../secret-references';
import type { Service, TaskDefinition } from '../shapes';

/** Pages of 50 parameters that are read where a task refers to one without ARN. */
const MOST_PAGES = 40;

/** Reads whether the secrets and parameters of a task exist: their metadata, never their values. */
export function readSecrets(context: Context, services: readonly Service[], definitionOf: DefinitionOf) {
  const places = (definition: TaskDefinition) => secretReferences(definition).map(({ from }) => from).filter((from) => isHere(from, context.region));
  return readReferenced<SecretState>(services, definitionOf, places, async (all) => {
    const [ofSecret, ofArn, ofName] = await Promise.all([
      secrets(context)(all.filter(isSecret)),
      parametersByArn(context, all.filter((from) => !isSecret(from) && from.startsWith('arn:'))),
      parametersByName(context, all.filter((from) => !from.startsWith('arn:'))),
    ]);
    return (from) => (isSecret(from) ? ofSecret(from) : from.startsWith('arn:') ? ofArn(from) : ofName(from));
  });
}

/** A name without ARN is a parameter of the same region. */
function isHere(reference: string, region: string): boolean {
  return !reference.startsWith('arn:') || reference.split(':')[3] === region;
}

function secrets({ aws }: Context) {
  return oneByOne(async (SecretId): Promise<Fact<SecretState>> => {
    const secret = await orMissing(() => aws.send(CALLS.describeSecret, { SecretId }));
    if (secret === undefined) return 'gone';
    return secret.DeletedDate === undefined ? 'there' : 'to be deleted';
  });
}

async function parametersByArn({ aws }: Context, ids: readonly string[]): Promise<(id: string) => Fact<SecretState>> {
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
    return reason === undefined ? found.has(parameterName(id)) ? 'there' : 'gone' : new Unknown(reason);
  };
}

/** A text in place of an ARN may be the secret itself, pasted: it is compared with the existing names, and never sent. */
async function parametersByName({ aws }: Context, names: readonly string[]): Promise<(name: string) => Fact<SecretState>> {
  if (!names.some(isParameterName)) return () => 'no name';
  const all = await fact(async () => (
    await fewPages(aws, CALLS.describeParameters, {}, (page) => page.Parameters, MOST_PAGES)
      ?? new Unknown('a parameter without an ARN is searched for in a list of all names, and there are too many: use its ARN')));
  const there = all instanceof Unknown ? all : new Set((all as readonly { readonly Name?: string }[]).map(({ Name }) => Name));
  return (name) => {
    if (!isParameterName(name)) return 'no name';
    return there instanceof Unknown ? there : there.has(name) ? 'there' : 'gone';
  };
}

/** In ARNs the slash that some names begin with is the one after `parameter`. */
function parameterName(id: string): string {
  const name = /^arn:[^:]+:ssm:[^:]*:[^:]*:parameter(\/.+)$/.exec(id)?.[1];
  if (name === undefined) return id;
  return name.indexOf('/', 1) > 0 ? name : name.slice(1);
}
