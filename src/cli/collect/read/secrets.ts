import { oneByOne, readReferenced, type DefinitionOf } from './referenced';
import { Unknown, type Fact } from '../../../facts/fact';
import type { SecretState } from '../account';
import { fact, orMissing } from '../call-failed';
import { CALLS } from '../calls';
import type { Context } from '../context';
import { describe } from '../describe';
import { keyArn } from '../key-arn';
import { fewPages } from '../pages';
import { isParameterName, isSecret, secretReferences } from '../secret-references';
import type { Service, TaskDefinition } from '../shapes';

/** Pages of 50 parameters that are read where a task refers to one without ARN. */
const MOST_PAGES = 40;

/** Metadata of a secret or parameter. */
export interface ReadSecret {
  readonly state: SecretState;
  /** Key that encrypts it, as AWS names it. */
  readonly key?: string;
}

/** Reads whether the secrets and parameters of a task exist: their metadata, never their values. */
export function readSecrets(context: Context, services: readonly Service[], definitionOf: DefinitionOf) {
  const places = (definition: TaskDefinition) => secretReferences(definition).map(({ from }) => from).filter((from) => isHere(from, context.region));
  return readReferenced<ReadSecret>(services, definitionOf, places, async (all) => {
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
  return oneByOne(async (SecretId): Promise<Fact<ReadSecret>> => {
    const secret = await orMissing(() => aws.send(CALLS.describeSecret, { SecretId }));
    if (secret === undefined) return { state: 'gone' };
    return { state: secret.DeletedDate === undefined ? 'there' : 'to be deleted', key: secret.KmsKeyId };
  });
}

async function parametersByArn({ aws }: Context, ids: readonly string[]): Promise<(id: string) => Fact<ReadSecret>> {
  const { found, failed } = await describe<object, object, { readonly Name?: string; readonly KeyId?: string }>(aws, {
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
    if (reason !== undefined) return new Unknown(reason);
    const parameter = found.get(parameterName(id));
    return parameter ? { state: 'there', key: parameter.KeyId } : { state: 'gone' };
  };
}

/** A text in place of an ARN may be the secret itself, pasted: it is compared with the existing names, and never sent. */
async function parametersByName({ aws }: Context, names: readonly string[]): Promise<(name: string) => Fact<ReadSecret>> {
  if (!names.some(isParameterName)) return () => ({ state: 'no name' });
  const all = await fact(async () => (
    await fewPages(aws, CALLS.describeParameters, {}, (page) => page.Parameters, MOST_PAGES)
      ?? new Unknown('a parameter without an ARN is searched for in a list of all names, and there are too many: use its ARN')));
  const there = all instanceof Unknown ? all : new Set((all as readonly { readonly Name?: string }[]).map(({ Name }) => Name));
  return (name) => {
    if (!isParameterName(name)) return { state: 'no name' };
    return there instanceof Unknown ? there : { state: there.has(name) ? 'there' : 'gone' };
  };
}

/** In ARNs the slash that some names begin with is the one after `parameter`. */
function parameterName(id: string): string {
  const name = /^arn:[^:]+:ssm:[^:]*:[^:]*:parameter(\/.+)$/.exec(id)?.[1];
  if (name === undefined) return id;
  return name.indexOf('/', 1) > 0 ? name : name.slice(1);
}

type ReadSecrets = Fact<ReadonlyMap<string, ReadSecret>>;

export function statesOf(read: ReadSecrets): Fact<ReadonlyMap<string, SecretState>> {
  return read instanceof Unknown ? read : new Map([...read].map(([from, { state }]) => [from, state]));
}

/** ARNs of the keys that belong to the account, by the ARN of the secret. Keys of AWS are open to every principal of the account. */
export function keysOf(read: ReadSecrets): Fact<ReadonlyMap<string, string>> {
  if (read instanceof Unknown) return read;
  return new Map([...read].flatMap(([from, { key }]) => {
    const arn = keyArn(from, key);
    return arn === undefined ? [] : [[from, arn] as const];
  }));
}
