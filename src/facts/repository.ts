import { NOT_SAID, Unknown, type Fact } from './fact';

/** A rule of a lifecycle policy, which deletes images. */
export interface LifecycleRuleFacts {
  /** Rules are applied from the lowest to the highest; `undefined`: it has none. */
  readonly priority: Fact<number | undefined>;
  /** `expire` deletes an image, `transition` moves it to the archive, from which nothing is pulled. */
  readonly action: Fact<'expire' | 'transition'>;
  readonly tagStatus: Fact<'any' | 'tagged' | 'untagged'>;
  /** Patterns that tags of an image have to match, all of them; `shop-*` is the prefix `shop-`. */
  readonly tagPatterns: Fact<readonly string[]>;
  /** Lists of tags that it has. */
  readonly tagLists: Fact<ReadonlyArray<'tagPrefixList' | 'tagPatternList'>>;
  /** `imageCountMoreThan`, `sinceImagePushed` and their like. */
  readonly countType: Fact<string>;
  /** Images or days. */
  readonly count: Fact<number>;
  /** `days`; `undefined`: it has none. */
  readonly countUnit: Fact<string | undefined>;
}

/** An image that a container of the app runs from a repository. */
export interface RunningImageFacts {
  /** `undefined`: no tag, which is `latest`. */
  readonly tag: Fact<string | undefined>;
  readonly digest: Fact<string | undefined>;
}

/** A repository of ECR. */
export interface RepositoryFacts {
  /** `undefined`: CloudFormation makes one up. */
  readonly name: Fact<string | undefined>;
  /** A statement of its policy denies every principal the pull, without a condition. */
  readonly deniesPull: Fact<boolean>;
  /** A statement of its policy allows every principal, without a condition. */
  readonly isOpenToAll: Fact<boolean>;
  /** A container of the app takes its image from it. */
  readonly isUsed: Fact<boolean>;
  /** Images that containers of the app take from it. */
  readonly runningImages: Fact<readonly RunningImageFacts[]>;
  /** ECR takes `true` when it is left out. */
  readonly tagsAreMutable: Fact<boolean>;
  readonly lifecycleRules: Fact<readonly LifecycleRuleFacts[]>;
  /** True if the lifecycle policy is a JSON object with a list of rules, or there is none. */
  readonly lifecycleIsReadable: Fact<boolean>;
}

/** Fills the facts that are missing with *unknown*. */
export function repositoryFacts(given: Partial<RepositoryFacts> = {}, otherwise = NOT_SAID): RepositoryFacts {
  const unknown = new Unknown(otherwise);
  return {
    name: unknown,
    deniesPull: unknown,
    isOpenToAll: unknown,
    isUsed: unknown,
    runningImages: unknown,
    tagsAreMutable: unknown,
    lifecycleRules: unknown,
    lifecycleIsReadable: unknown,
    ...given,
  };
}
