import { NOT_SAID, Unknown, type Fact } from './fact';

export interface StatementFacts {
  readonly effect: Fact<'Allow' | 'Deny'>;
  readonly actions: Fact<readonly Fact<string>[]>;
  readonly resources: Fact<readonly Fact<string>[]>;
  /** The actions that `NotAction` leaves out; `undefined`: the statement lists the actions that it is for. */
  readonly exceptActions?: readonly Fact<string>[];
  /** The resources as ARNs in which a resource of the app has a marked name. */
  readonly arns?: readonly Fact<string>[];
  /** True if `arns` are those of `NotResource`. */
  readonly isForOtherResources?: boolean;
  /** Effect of its condition on calls that ECS makes with the role; `undefined`: there is none. */
  readonly condition?: 'never-met' | 'open';
  /** Services to which the statement limits the use of a key; `undefined`: it does not. */
  readonly viaServices?: Fact<readonly Fact<string>[]>;
  /** The resources by their identity: the key of a resource of the app, or the text that names another one. */
  readonly resourceIds?: readonly Fact<string>[];
  /** The last part of each resource, where that is a text: `:task-definition/web` of an ARN whose region is a reference. */
  readonly resourceEnds?: ReadonlyArray<string | undefined>;
  /** Keys of the resources of the app that each text refers to. */
  readonly mentions?: ReadonlyArray<readonly string[]>;
  /** Services to which the statement limits `iam:PassRole`; `undefined`: it does not. */
  readonly passedTo?: Fact<readonly Fact<string>[]>;
  /** Clusters to which the statement limits actions of ECS, by their identity; `undefined`: it does not. */
  readonly inClusters?: readonly Fact<string>[];
}

/** A set of policies, of AWS and of the app. */
export interface PoliciesFacts {
  /** Names, as in `service-role/AmazonECSTaskExecutionRolePolicy`. */
  readonly managedPolicies: Fact<readonly Fact<string>[]>;
  readonly statements: Fact<readonly StatementFacts[]>;
}

/** A condition on who may assume a role. */
export interface TrustConditionFacts {
  /** As in `StringEquals`. */
  readonly operator: string;
  /** In lower case, as in `aws:sourcearn`. */
  readonly key: string;
  /** With a `HOLE` for what only the deployment knows. */
  readonly values: readonly Fact<string>[];
}

/** A statement of a trust policy that allows services to assume the role. */
export interface TrustFacts {
  readonly services: readonly Fact<string>[];
  readonly actions: readonly Fact<string>[];
  readonly conditions: Fact<readonly TrustConditionFacts[]>;
  /** Services that another statement of the policy denies what this one allows. */
  readonly denied: readonly Fact<string>[];
}

/** An IAM role and all that the app attaches to it. */
export interface RoleFacts extends PoliciesFacts {
  /** Identifies the role; not for messages. */
  readonly id: Fact<string>;
  readonly trustedServices: Fact<readonly Fact<string>[]>;
  /** The statements behind `trustedServices`. */
  readonly trust?: readonly TrustFacts[];
  /** Number of the other task definitions of its template that have it for the same. */
  readonly otherTasks?: number;
  /** True where findings about it stand at another task definition, which counts this one among the others. */
  readonly isDescribedElsewhere?: boolean;
  /** Policies of its permissions boundary; `undefined`: it has none. */
  readonly boundary?: Fact<PoliciesFacts>;
}

/** Fills the facts that are missing with *unknown*. */
export function roleFacts(given: Partial<RoleFacts> = {}, otherwise = NOT_SAID): RoleFacts {
  const unknown = new Unknown(otherwise);
  return { id: unknown, managedPolicies: unknown, statements: unknown, trustedServices: unknown, ...given };
}
