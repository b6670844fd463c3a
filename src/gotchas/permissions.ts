import { holds } from './held';
import { anyKnown, known, knownOf, Unknown, whereKnown } from '../facts/fact';
import type { RoleFacts, StatementFacts } from '../facts/role';

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

/** Returns true if a role holds an action on any resource. Ends the check when a policy that may allow it can't be read. */
export function allows(role: RoleFacts, action: string): boolean {
  return holds(role, action, () => true, isOnAll);
}

function isOnAll({ resources }: StatementFacts): boolean {
  return !(resources instanceof Unknown) && resources.includes('*');
}
