import { known, knownOf, Unknown } from '../facts/fact';
import type { RoleFacts } from '../facts/role';

/** What one statement allows, as far as it is known. */
export interface Permission {
  readonly actions: readonly string[];
  readonly resources: readonly string[];
}

/** What the policies of a role allow. Ends the check when the policies can't be read. */
export function permissions(role: RoleFacts): readonly Permission[] {
  return known(role.statements).filter(({ effect }) => effect === 'Allow').map(({ actions, resources }) => ({
    actions: actions instanceof Unknown ? [] : knownOf(actions),
    resources: resources instanceof Unknown ? [] : knownOf(resources),
  }));
}

/** Whether an action pattern of a policy, as in `ecs:Submit*`, covers an action. */
export function covers(pattern: string, action: string): boolean {
  const expression = pattern.replace(/[.+^${}()|[\]\\]/g, '\\$&').replace(/\*/g, '.*').replace(/\?/g, '.');
  return new RegExp(`^${expression}$`, 'i').test(action);
}
