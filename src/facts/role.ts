import { NOT_SAID, Unknown, type Fact } from './fact';

export interface StatementFacts {
  readonly effect: Fact<'Allow' | 'Deny'>;
  readonly actions: Fact<readonly Fact<string>[]>;
  readonly resources: Fact<readonly Fact<string>[]>;
  /** The resources by their identity: the key of a resource of the app, or the text that names another one. */
  readonly resourceIds?: readonly Fact<string>[];
  /** The last part of each resource, where that is a text: `:task-definition/web` of an ARN whose region is a reference. */
  readonly resourceEnds?: ReadonlyArray<string | undefined>;
  /** Keys of the resources of the app that each text refers to. */
  readonly mentions?: ReadonlyArray<readonly string[]>;
  /** Services to which the statement limits `iam:PassRole`; `undefined`: it does not. */
  readonly passedTo?: Fact<readonly Fact<string>[]>;
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
