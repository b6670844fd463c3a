import { holds, type IsOn } from './held';
import { namesArn } from '../facts/arn';
import { anyKnown, known, NotKnown, Unknown, type Fact } from '../facts/fact';
import { HOLE } from '../facts/image';
import type { RoleFacts, StatementFacts } from '../facts/role';
import { coversPattern } from '../facts/wildcards';

/**
 * Returns true if a role may take an action on a resource. Ends the check when a policy that may allow it can't be read, or names its
 * resources in a way that does not show whether this one is among them.
 *
 * @param names keys of the resource in the app, or the text that names it, with a `HOLE` for what only the deployment knows
 * @param via word of the service that makes the call for the role, which a condition on `kms:ViaService` names
 */
export function allowsOn(role: RoleFacts, action: string, names: readonly string[], via?: string): boolean {
  return holds(role, action, (statement) => isVia(statement, via) && isFor(statement, (one) => isOn(one, names)));
}

/**
 * Returns true if a role may take an action on a resource with an ARN. Ends the check when the deployment decides whether the policies name it.
 *
 * @param arn with a `HOLE` for what only the deployment knows, and marked names for resources of the app; `*`: the action has no resource
 */
export function allowsOnArn(role: RoleFacts, action: string, arn: string): boolean {
  return holds(role, action, (statement) => isFor(statement, ({ arns = [] }) => anyKnown(arns, (pattern) => {
    const isOfPattern = namesArn(known(pattern), arn);
    if (isOfPattern === undefined) throw new NotKnown(UNCLEAR);
    return isOfPattern;
  })));
}

function isVia({ viaServices }: StatementFacts, via: string | undefined): boolean {
  return viaServices === undefined || via === undefined || anyKnown(known(viaServices), (service) => coversPattern(known(service).split('.')[0], via));
}

function isFor(statement: StatementFacts, names: IsOn): boolean {
  return statement.isForOtherResources ? !names(statement) : names(statement);
}

function isOn({ resources, resourceIds, resourceEnds = [], mentions = [] }: StatementFacts, names: readonly string[]): boolean {
  if (!resourceIds) throw new NotKnown(resources instanceof Unknown ? resources.reason : UNCLEAR);
  const named = resourceIds.map((id, index) => ({ id, end: resourceEnds[index], mentioned: mentions[index] ?? [] }));
  return anyKnown(named, (resource) => isOneOf(resource, names));
}

interface NamedResource {
  readonly id: Fact<string>;
  readonly end: string | undefined;
  readonly mentioned: readonly string[];
}

const UNCLEAR = 'a policy names its resources by texts that only the deployment completes';

function isOneOf({ id, end, mentioned }: NamedResource, names: readonly string[]): boolean {
  if (id === '*' || names.some((name) => name === id || mentioned.includes(name))) return true;
  const areKeys = names.every(isKey);
  // Two resources of the app are two. A text may name a resource of the app.
  if (areKeys && typeof id === 'string' && isKey(id)) return false;
  if (areKeys || (typeof id === 'string' && isKey(id))) throw new NotKnown(UNCLEAR);
  if (typeof id === 'string' && id.endsWith('*') && lastOf(id) === undefined) return true;
  return names.some((name) => isNamed(typeof id === 'string' ? id : end, name));
}

function isKey(name: string): boolean {
  return name.includes('#');
}

/** A secret may be named without the 6 characters that Secrets Manager adds. */
function isNamed(pattern: string | undefined, name: string): boolean {
  const [wide, narrow] = [pattern && lastOf(pattern), lastOf(name)];
  if (wide === undefined || narrow === undefined) throw new NotKnown(UNCLEAR);
  return coversPattern(wide, narrow) || coversPattern(wide, `${narrow}-aaaaaa`);
}

/** The last part of an ARN, as far as it is known whole. */
function lastOf(text: string): string | undefined {
  const last = /(?:^|:)((?:secret:|parameter\/).*)$/.exec(text)?.[1];
  return last?.includes(HOLE) ? undefined : last;
}
