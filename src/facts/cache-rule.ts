import type { Fact } from './fact';

/** A rule of ECR for a pull-through cache, and what an image of the app asks it for. */
export interface CacheRuleFacts {
  /** For messages. */
  readonly shownAs: string;
  readonly prefix: string;
  /** Address of the registry that it copies from, as in `registry-1.docker.io`; `undefined`: left out. */
  readonly upstreamUrl: Fact<string | undefined>;
  /** Name of the registry, as in `docker-hub`. */
  readonly upstreamName: Fact<string | undefined>;
  readonly hasCredential: Fact<boolean>;
  /** Name of the secret with the credential; `undefined`: CloudFormation makes one up. */
  readonly secretName: Fact<string | undefined>;
  /** Names behind the prefix that images of the app ask for. */
  readonly imageNames: readonly string[];
}
