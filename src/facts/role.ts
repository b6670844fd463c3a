import { NOT_SAID, Unknown, type Fact } from './fact';

export interface StatementFacts {
  readonly effect: Fact<'Allow' | 'Deny'>;
  readonly actions: Fact<readonly Fact<string>[]>;
  readonly resources: Fact<readonly Fact<string>[]>;
}

/** An IAM role and all that the app attaches to it. */
export interface RoleFacts {
  /** Identifies the role; not for messages. */
  readonly id: Fact<string>;
  /** Names, as in `service-role/AmazonECSTaskExecutionRolePolicy`. */
  readonly managedPolicies: Fact<readonly Fact<string>[]>;
  readonly statements: Fact<readonly StatementFacts[]>;
  readonly trustedServices: Fact<readonly Fact<string>[]>;
}

/** Fills the facts that are missing with *unknown*. */
export function roleFacts(given: Partial<RoleFacts> = {}, otherwise = NOT_SAID): RoleFacts {
  const unknown = new Unknown(otherwise);
  return { id: unknown, managedPolicies: unknown, statements: unknown, trustedServices: unknown, ...given };
}
