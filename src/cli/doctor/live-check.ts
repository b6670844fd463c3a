import { NotKnown, Unknown, type Fact } from '../../facts/fact';
import { severityOf } from '../../gotchas/consequence';
import type { Finding, GotchaDefinition, NotChecked, Severity } from '../../gotchas/definition';
import type { Depth, LiveCluster, LiveService } from '../collect/account';
import type { Setting } from '../collect/shapes';

/** What people read of a gotcha, wherever it is looked for. What only a running service shows is told in AWS's own words, and has no rule of ours. */
export type GotchaWords = { readonly severity: Severity } & Pick<GotchaDefinition, 'id' | 'title' | 'why' | 'fix' | 'docsUrl' | 'levels' | 'designedOut'>
  & Partial<Pick<GotchaDefinition, 'consequence' | 'symptom' | 'rule'>>;

/**
 * How near to the root of things a finding is. Of an error further away than another of the same service, the nearer one is the reason:
 * a tag that is gone, tasks that stop, a deployment that fails, a count that isn't reached.
 */
export enum CausalRank {
  /** Tasks can't live with it. */
  CAUSE,
  /** Tasks are seen to be ill. */
  SYMPTOM,
  /** A deployment doesn't end, or ends badly. */
  DEPLOYMENT,
  /** Fewer tasks than there should be, or the same again and again. */
  COUNT,
  /** It neither comes of anything else nor leads to it. */
  NONE,
}

/** A gotcha met while it happens. */
export interface LiveFinding extends Omit<Finding, 'consequence'> {
  /** Replaces the gotcha's severity: what happens now may be worse than what its configuration leads to. */
  readonly severity?: Severity;
  /** Another gotcha than the check's own: what AWS says decides which. */
  readonly id?: string;
  readonly standing?: CausalRank;
  /** Replaces the gotcha's why where AWS's words tell more. */
  readonly why?: string;
  /** What AWS said, the newest first. */
  readonly evidence?: readonly string[];
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

/** Something that only a live service or cluster shows. Pure, over what AWS answered. */
export interface LiveCheck<V> {
  /** The gotcha that it looks for, of the catalogue or with words of its own. */
  readonly id: string;
  readonly words?: Omit<GotchaWords, 'id' | 'levels'>;
  /** Gotchas whose checks for templates infer what this one sees: they aren't run. */
  readonly instead?: readonly string[];
  /** @default NONE */
  readonly standing?: CausalRank;
  readonly check: (view: V) => readonly LiveResult[];
}

/** Looks at services. */
export function onService(check: LiveCheck<ServiceView>): LiveCheck<ServiceView> {
  return check;
}

/** Looks at clusters. */
export function onCluster(check: LiveCheck<ClusterView>): LiveCheck<ClusterView> {
  return check;
}

/** Runs a check; what it can't know ends it as *not checked*. */
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

/** What is known of a list, none when it was not read: for checks that have said elsewhere that it was not. */
export function orNone<T>(fact: Fact<readonly T[]>): readonly T[] {
  return fact instanceof Unknown ? [] : fact as readonly T[];
}

/** A gotcha of the catalogue in the form of those that only a running service shows. */
export function withSeverity(gotcha: GotchaDefinition): GotchaDefinition & GotchaWords {
  return { ...gotcha, severity: severityOf(gotcha.consequence) };
}
