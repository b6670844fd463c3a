import { statementsIn } from './policy-statements';
import { readStatements } from './statements';
import { readTrust } from './trust';
import { pushTo, type App } from '../../cloudformation/app';
import { memoize } from '../../cloudformation/memoize';
import { referredBy } from '../../cloudformation/references';
import type { Resource, Template } from '../../cloudformation/template';
import { MAYBE_EXTENDED, usedByUnreadParts } from '../../cloudformation/unread-parts';
import type { Value } from '../../cloudformation/value';
import { keyOf, list, outside, required, resourceIn } from '../../cloudformation/value-helpers';
import { Unknown, type Fact } from '../../facts/fact';
import { roleFacts, type PoliciesFacts, type RoleFacts, type StatementFacts } from '../../facts/role';

const ROLE = 'AWS::IAM::Role';

/** The role a value refers to: none, one of the app, or one of which nothing is known. */
export function readRole(value: Value): Fact<RoleFacts | undefined> {
  const isSet = value.isSet();
  if (isSet instanceof Unknown) return isSet;
  if (!isSet) return undefined;
  const role = resourceIn(value, ROLE);
  return role ? readOwnRole(role) : roleFacts({ id: required(value.text()), ...readServiceLinked(value) }, outside(value));
}

/** The path of a service-linked role names the one service that may assume it, for ever. */
function readServiceLinked(arn: Value): Partial<RoleFacts> {
  const last = arn.pieces().at(-1);
  const service = typeof last === 'string' ? /:role\/aws-service-role\/([^/]+)\//.exec(last)?.[1] : undefined;
  return service === undefined ? {} : { trustedServices: [service] };
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
    ...readTrust(role.properties.get('AssumeRolePolicyDocument')),
    boundary: readBoundary(role.properties.get('PermissionsBoundary')),
  };
});

/** Statements of all policies of a role that are in the app, as they are written. */
export function statementsOf(role: Resource): readonly Value[] {
  const own = ownPolicies(role);
  return [...own instanceof Unknown ? [] : own, ...attachedDocuments(role)].flatMap((policy) => {
    const document = policy.document();
    const statements = document instanceof Unknown ? document : statementsIn(document);
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

/** The managed policy that limits a role. */
function readBoundary(arn: Value): Fact<PoliciesFacts> | undefined {
  if (arn.isSet() === false) return undefined;
  const policy = resourceIn(arn, 'AWS::IAM::ManagedPolicy');
  if (policy) return { managedPolicies: [], statements: readStatements(policy.properties.get('PolicyDocument')) };
  return { managedPolicies: [policyName(arn)], statements: [] };
}

// arn:<partition>:iam::aws:policy/<name>; the partition is mostly left to the deployment, and a policy of an account may have any name.
function policyName(arn: Value): Fact<string> {
  const last = arn.pieces().at(-1);
  const name = typeof last === 'string' ? /:aws:policy\/(.+)$/.exec(last)?.[1] : undefined;
  return name ?? new Unknown('a managed policy that is not in this app');
}

function joined<T>(lists: readonly Fact<readonly T[]>[]): Fact<readonly T[]> {
  const known = lists.filter((each): each is readonly T[] => !(each instanceof Unknown));
  return known.length === lists.length ? known.flat() : lists.find((each) => each instanceof Unknown) as Unknown;
}
