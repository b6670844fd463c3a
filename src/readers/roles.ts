import { textWithHoles } from './container-settings';
import { pushTo, type App } from '../cloudformation/app';
import { memoize } from '../cloudformation/memoize';
import { referredBy } from '../cloudformation/references';
import { Reference } from '../cloudformation/resolved';
import type { Resource, Template } from '../cloudformation/template';
import { MAYBE_EXTENDED, usedByUnreadParts } from '../cloudformation/unread-parts';
import type { Value } from '../cloudformation/value';
import { identity, keyOf, list, oneOrMore, orDefault, outside, required, resourceIn } from '../cloudformation/value-helpers';
import { Unknown, type Fact } from '../facts/fact';
import { HOLE } from '../facts/image';
import { roleFacts, type RoleFacts, type StatementFacts } from '../facts/role';

const ROLE = 'AWS::IAM::Role';

/** The role a value refers to: none, one of the app, or one of which nothing is known. */
export function readRole(value: Value): Fact<RoleFacts | undefined> {
  const isSet = value.isSet();
  if (isSet instanceof Unknown) return isSet;
  if (!isSet) return undefined;
  const role = resourceIn(value, ROLE);
  return role ? readOwnRole(role) : roleFacts({ id: required(value.text()) }, outside(value));
}

/** A role of the app, with the policies attached to it anywhere in the app. */
export const readOwnRole = memoize((role: Resource): RoleFacts => {
  const own = ownPolicies(role);
  const names = role.properties.get('ManagedPolicyArns').items();
  const managed = managedPoliciesOf(role);
  return {
    id: keyOf(role),
    managedPolicies: names instanceof Unknown ? names : names.filter((_, index) => !managed[index]).map(policyName),
    statements: own instanceof Unknown ? own : joined([...[...own, ...attachedDocuments(role)].map(readStatements), readRest(role)]),
    trustedServices: readTrust(role.properties.get('AssumeRolePolicyDocument')),
  };
});

/** Statements of all policies of a role that are in the app, as they are written. */
export function statementsOf(role: Resource): readonly Value[] {
  const own = ownPolicies(role);
  return [...own instanceof Unknown ? [] : own, ...attachedDocuments(role)].flatMap((policy) => {
    const document = policy.document();
    const statements = document instanceof Unknown ? document : document.get('Statement').items();
    return statements instanceof Unknown ? [] : statements;
  });
}

function ownPolicies(role: Resource): Fact<readonly Value[]> {
  return list(role.properties.get('Policies'), (policy) => policy.get('PolicyDocument'));
}

function managedPoliciesOf(role: Resource): ReadonlyArray<Resource | undefined> {
  const names = role.properties.get('ManagedPolicyArns').items();
  return names instanceof Unknown ? [] : names.map((name) => resourceIn(name, 'AWS::IAM::ManagedPolicy'));
}

function attachedDocuments(role: Resource): readonly Value[] {
  const managed = managedPoliciesOf(role).filter((policy) => policy !== undefined);
  return [...attachedPoliciesOf(role), ...managed].map((policy) => policy.properties.get('PolicyDocument'));
}

/** A statement that may allow anything, where policies may be attached to a role that can't be followed to it. */
function readRest(role: Resource): readonly StatementFacts[] {
  const { app } = role.template;
  const reason = usedByUnreadParts(app).has(role) ? MAYBE_EXTENDED : attachedPolicies(app).undecided.has(role) ? 'a condition decides which roles a policy is attached to' : undefined;
  return reason === undefined ? [] : [{ effect: 'Allow', actions: new Unknown(reason), resources: new Unknown(reason) }];
}

/** Policies of the app that are resources of their own and are attached to a role. */
export function attachedPoliciesOf(role: Resource): readonly Resource[] {
  return attachedPolicies(role.template.app).byRole.get(role) ?? [];
}

const attachedPolicies = memoize((app: App) => {
  const byRole = new Map<Resource, Resource[]>();
  const undecided = new Set<Resource>();
  for (const policy of app.ofType('AWS::IAM::Policy', 'AWS::IAM::ManagedPolicy', 'AWS::IAM::RolePolicy')) {
    const written = policy.properties.get(policy.type === 'AWS::IAM::RolePolicy' ? 'RoleName' : 'Roles');
    const roles = policy.type === 'AWS::IAM::RolePolicy' ? [written] : written.items();
    const found = roles instanceof Unknown ? [] : roles.map((value) => resourceIn(value, ROLE) ?? namedRole(value, policy));
    for (const role of found) if (role) pushTo(byRole, role, policy);
    for (const role of referredBy(policy.template, written.json)) if (!found.includes(role)) undecided.add(role);
  }
  return { byRole, undecided };
});

/** The role of the same template whose name is written in the same words. */
function namedRole(value: Value, { template }: Resource): Resource | undefined {
  return rolesByName(template).get(JSON.stringify(value.json));
}

const rolesByName = memoize((template: Template) => new Map([...template.resources.values()]
  .filter(({ type, properties }) => type === ROLE && properties.get('RoleName').json !== undefined)
  .map((role) => [JSON.stringify(role.properties.get('RoleName').json), role] as const)));

// arn:<partition>:iam::aws:policy/<name>; the partition is mostly left to the deployment.
function policyName(arn: Value): Fact<string> {
  const last = arn.pieces().at(-1);
  const name = typeof last === 'string' ? /:policy\/(.+)$/.exec(last)?.[1] : undefined;
  return name ?? new Unknown('a managed policy that is not in this app');
}

function readStatements(policy: Value): Fact<readonly StatementFacts[]> {
  const document = policy.document();
  return document instanceof Unknown ? document : list(document.get('Statement'), (statement) => ({
    effect: orDefault(statement.get('Effect').word('Allow', 'Deny'), 'Allow'),
    actions: statement.get('NotAction').isSet() === false ? oneOrMore(statement.get('Action')) : new Unknown('all actions but a few'),
    resources: arns(statement.get('Resource')),
    ...readResources(statement.get('Resource')),
    passedTo: readPassedTo(statement.get('Condition')),
  }));
}

function readResources(value: Value): Pick<StatementFacts, 'resourceIds' | 'resourceEnds' | 'mentions'> {
  const items = value.items();
  const resources = items instanceof Unknown ? [value] : items;
  const pieces = resources.map((resource) => resource.pieces());
  return {
    resourceIds: resources.map(identity),
    resourceEnds: pieces.map((all) => all.at(-1)).map((end) => typeof end === 'string' ? end : undefined),
    mentions: pieces.map((all) => all.flatMap((piece) => piece instanceof Reference ? [keyOf(piece.resource)] : [])),
  };
}

/** The services of a condition on `iam:PassedToService`, whose operators all compare texts. */
function readPassedTo(condition: Value): Fact<readonly Fact<string>[]> | undefined {
  const operators = condition.entries();
  if (operators instanceof Unknown) return operators;
  for (const [operator, keys] of operators) {
    const named = keys.entries();
    if (named instanceof Unknown) return named;
    if (!/^String(Equals|EqualsIgnoreCase|Like)(IfExists)?$/.test(operator)) continue;
    const [, services] = named.find(([key]) => key.toLowerCase() === 'iam:passedtoservice') ?? [];
    if (services) return oneOrMore(services);
  }
  return undefined;
}

function readTrust(policy: Value): Fact<readonly Fact<string>[]> {
  const document = policy.document();
  if (document instanceof Unknown) return document;
  const statements = document.get('Statement').items();
  if (statements instanceof Unknown) return statements;
  return joined(statements.filter((statement) => statement.get('Effect').text() !== 'Deny').map((statement) => {
    const principal = statement.get('Principal').entries();
    if (principal instanceof Unknown || principal.length === 0) return new Unknown('the trust policy names no service');
    return oneOrMore(statement.at('Principal', 'Service'));
  }));
}

/** ARNs of resources, with a `HOLE` for what only the deployment knows. An attribute of a resource is one, and never the wildcard. */
function arns(value: Value): Fact<readonly Fact<string>[]> {
  const items = value.items();
  return items instanceof Unknown ? [arnOf(value)] : items.map(arnOf);
}

function arnOf(value: Value): Fact<string> {
  const pieces = value.pieces();
  return pieces.length === 1 && pieces[0] instanceof Reference ? HOLE : textWithHoles(value);
}

function joined<T>(lists: readonly Fact<readonly T[]>[]): Fact<readonly T[]> {
  const known = lists.filter((each): each is readonly T[] => !(each instanceof Unknown));
  return known.length === lists.length ? known.flat() : lists.find((each) => each instanceof Unknown) as Unknown;
}
