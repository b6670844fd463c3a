import { NOT_SAID, Unknown, type Fact } from './fact';

/** A capacity provider on whose instances a daemon runs. */
export interface DaemonProviderFacts {
  /** For messages. */
  readonly name: string;
  readonly kind: Fact<'managed' | 'group' | 'fargate'>;
  /** True if the provider belongs to another cluster than the daemon. */
  readonly isOfOtherCluster: Fact<boolean>;
}

/** A daemon of ECS, with one task on each Managed Instance of its capacity providers. */
export interface DaemonFacts {
  readonly providers: Fact<readonly DaemonProviderFacts[]>;
  /** The kind of the task definition that it names; `undefined`: it names none. */
  readonly definition: Fact<'daemon' | 'ordinary' | undefined>;
  readonly drainPercent: Fact<number | undefined>;
  readonly name: Fact<string | undefined>;
}

/** Fills the facts that are missing with *unknown*. */
export function daemonFacts(given: Partial<DaemonFacts> = {}, otherwise = NOT_SAID): DaemonFacts {
  const unknown = new Unknown(otherwise);
  return { providers: unknown, definition: unknown, drainPercent: unknown, name: unknown, ...given };
}
