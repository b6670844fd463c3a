import { MANAGED_POLICIES } from './managed-policies';
import { anyKnown, known, NotKnown, Unknown, whereKnown } from '../facts/fact';
import type { PoliciesFacts, RoleFacts, StatementFacts } from '../facts/role';
import { coversPattern } from '../facts/wildcards';

/** True for a statement that is for the resource in question. Ends the check when only the deployment decides that. */
export type IsOn = (statement: StatementFacts) => boolean;

/**
 * Returns true if a role really has a permission: a policy allows it, none denies it, and its permissions boundary allows it too.
 * Ends the check when a policy that decides can't be read.
 */
export function holds(role: RoleFacts, action: string, isOn: IsOn, isDenied: IsOn = isOn): boolean {
  if (!allowedBy(role, action, isOn) || deniedBy(role, action, isDenied)) return false;
  if (role.boundary === undefined) return true;
  const boundary = known(role.boundary);
  return allowedBy(boundary, action, isOn) && !deniedBy(boundary, action, isDenied);
}

/** Actions that a managed policy of AWS allows. Ends the check for one that is not known here. */
export function allowedByManaged(policy: string): readonly string[] {
  const actions = MANAGED_POLICIES[policy];
  return known(actions ?? new Unknown(`what ${policy} allows is not known here`));
}

/** Returns true if an action pattern of a policy, such as `ecs:Submit*`, covers an action. */
export function covers(pattern: string, action: string): boolean {
  return coversPattern(pattern.toLowerCase(), action.toLowerCase());
}

function allowedBy(policies: PoliciesFacts, action: string, isOn: IsOn): boolean {
  return anyKnown([
    () => anyKnown(known(policies.managedPolicies), (policy) => allowedByManaged(known(policy)).some((pattern) => covers(pattern, action))),
    () => anyKnown(known(policies.statements), (statement) => (
      statement.condition !== 'never-met' && known(statement.effect) === 'Allow' && isFor(statement, action) && isOn(statement))),
  ], (allows) => allows());
}

function deniedBy(policies: PoliciesFacts, action: string, isOn: IsOn): boolean {
  return whereKnown(known(policies.statements), (statement) => {
    if (known(statement.effect) !== 'Deny' || statement.condition === 'never-met' || !isFor(statement, action) || !isOn(statement)) return false;
    if (statement.condition === 'open') throw new NotKnown(`a condition decides whether ${action} is denied`);
    return true;
  }).length > 0;
}

function isFor({ actions, exceptActions }: StatementFacts, action: string): boolean {
  if (exceptActions) return !anyKnown(exceptActions, (pattern) => covers(known(pattern), action));
  return anyKnown(known(actions), (pattern) => covers(known(pattern), action));
}
