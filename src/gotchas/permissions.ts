import { MANAGED_POLICIES } from './managed-policies';
import { anyKnown, known, knownOf, Unknown, whereKnown } from '../facts/fact';
import type { RoleFacts, StatementFacts } from '../facts/role';
import { coversPattern } from '../facts/wildcards';

/** Actions and resources that one statement allows, as far as known. */
export interface Permission {
  readonly actions: readonly string[];
  readonly resources: readonly string[];
}

/** Permissions of a role by its policies. Ends the check when the policies can't be read. */
export function permissions(role: RoleFacts): readonly Permission[] {
  return known(role.statements).filter(({ effect }) => effect === 'Allow').map(({ actions, resources }) => ({
    actions: actions instanceof Unknown ? [] : knownOf(actions),
    resources: resources instanceof Unknown ? [] : knownOf(resources),
  }));
}

/** Actions that a role allows and that meet a condition. If there are none, a policy that can't be read ends the check. */
export function allowedActions(
  role: RoleFacts, meets: (action: string) => boolean, on: (statement: StatementFacts) => boolean = () => true,
): readonly string[] {
  const statements = whereKnown(known(role.statements), (statement) =>
    known(statement.effect) === 'Allow' && on(statement) && anyKnown(known(statement.actions), (action) => meets(known(action))));
  return statements.flatMap(({ actions }) => knownOf(known(actions)).filter(meets));
}

/** Returns true if an action pattern of a policy, such as `ecs:Submit*`, covers an action. */
export function covers(pattern: string, action: string): boolean {
  return coversPattern(pattern.toLowerCase(), action.toLowerCase());
}

/** Returns true if a role allows an action on any resource. Ends the check when a policy that may allow it can't be read. */
export function allows(role: RoleFacts, action: string): boolean {
  const allowed = permissions(role).flatMap(({ actions }) => actions);
  if (allowed.some((pattern) => covers(pattern, action))) return true;
  assertReadable(role);
  return known(role.managedPolicies).some((policy) => allowedByManaged(known(policy)).some((pattern) => covers(pattern, action)));
}

/** Ends the check when a policy of the role's own may allow more than can be read. */
export function assertReadable(role: RoleFacts): void {
  for (const { effect, actions } of known(role.statements)) {
    if (known(effect) === 'Allow') known(actions).forEach(known);
  }
}

/** Actions that a managed policy of AWS allows. Ends the check for one that is not known here. */
export function allowedByManaged(policy: string): readonly string[] {
  const actions = MANAGED_POLICIES[policy];
  return known(actions ?? new Unknown(`what ${policy} allows is not known here`));
}
