import { NOT_SAID, Unknown, type Fact } from './fact';

/** A rule of a lifecycle policy that removes images. */
export interface ExpiryRuleFacts {
  /** Every image, or every tagged one, whatever its tag. */
  readonly isForAll: Fact<boolean>;
  /** `imageCountMoreThan`, `sinceImagePushed` and their like. */
  readonly countType: Fact<string>;
  /** Images or days. */
  readonly count: Fact<number>;
}

/** A repository of ECR. */
export interface RepositoryFacts {
  /** A statement of its policy allows every principal, without a condition. */
  readonly isOpenToAll: Fact<boolean>;
  /** A container of the app takes its image from it. */
  readonly isUsed: Fact<boolean>;
  /** ECR takes `true` when it is left out. */
  readonly tagsAreMutable: Fact<boolean>;
  readonly expiryRules: Fact<readonly ExpiryRuleFacts[]>;
}

/** Fills the facts that are missing with *unknown*. */
export function repositoryFacts(given: Partial<RepositoryFacts> = {}, otherwise = NOT_SAID): RepositoryFacts {
  const unknown = new Unknown(otherwise);
  return { isOpenToAll: unknown, isUsed: unknown, tagsAreMutable: unknown, expiryRules: unknown, ...given };
}
