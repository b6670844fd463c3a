import { NotKnown, Unknown, type Fact } from '../../facts/fact';
import type { CausalRank } from '../../gotchas/causal-rank';
import type { Finding, NotChecked, Severity } from '../../gotchas/definition';
import type { Account, Depth, LiveCluster, LiveService, LogTail } from '../collect/account';
import type { Setting } from '../collect/shapes';

/** A gotcha met while it happens. */
export interface LiveFinding extends Omit<Finding, 'consequence'> {
  /** Replaces the gotcha's severity: what happens now may be worse than what its configuration leads to. */
  readonly severity?: Severity;
  /** Id of another gotcha than the check's, where AWS's message decides it. */
  readonly id?: string;
  /** Replaces the rank of the gotcha, where this observation is further from the root than the gotcha mostly is. */
  readonly causalRank?: CausalRank;
  /** Replaces the gotcha's why where AWS's message is more exact. */
  readonly why?: string;
  /** Name or ARN of what is broken, where several services can refer to it. */
  readonly thing?: string;
  /** Literal texts of AWS, the newest first. */
  readonly evidence?: readonly string[];
  /** The end of the log of a container that ended so. */
  readonly log?: LogTail;
}

export type LiveResult = LiveFinding | NotChecked;

/** One cluster at one time. */
export interface ClusterView {
  readonly now: Date;
  readonly depth: Depth;
  readonly settings: Fact<readonly Setting[]>;
  readonly cluster: LiveCluster;
}

/** One service at one time. */
export interface ServiceView extends ClusterView {
  readonly live: LiveService;
}

/** Resources of a region that belong to none of its clusters. */
export type RegionView = Pick<Account, 'jobAlarms' | 'deadLetterQueues'>;

/** Something that only a live service or cluster shows. Pure, over what AWS answered. */
export interface LiveCheck<V> {
  /** Id of the gotcha that the check finds, unless a finding names another one. */
  readonly id: string;
  readonly check: (view: V) => readonly LiveResult[];
}

/** Defines a check of services. */
export function onService(check: LiveCheck<ServiceView>): LiveCheck<ServiceView> {
  return check;
}

/** Defines a check of clusters. */
export function onCluster(check: LiveCheck<ClusterView>): LiveCheck<ClusterView> {
  return check;
}

/** Defines a check of regions. */
export function onRegion(check: LiveCheck<RegionView>): LiveCheck<RegionView> {
  return check;
}

/** Runs a check; an unknown fact ends it as *not checked*. */
export function run<V>({ check }: LiveCheck<V>, view: V): readonly LiveResult[] {
  return eachLive([view], check);
}

/** Checks each item by itself, so that an unknown part of one doesn't hide what is wrong with another. */
export function eachLive<T>(items: readonly T[], check: (item: T) => readonly LiveResult[]): readonly LiveResult[] {
  return items.flatMap((item) => {
    try {
      return check(item);
    } catch (error) {
      if (error instanceof NotKnown) return [{ notChecked: error.reason }];
      throw error;
    }
  });
}

/** Items of a list, none if it was not read: for checks whose missing facts another check reports. */
export function orNone<T>(fact: Fact<readonly T[]>): readonly T[] {
  return fact instanceof Unknown ? [] : fact as readonly T[];
}
