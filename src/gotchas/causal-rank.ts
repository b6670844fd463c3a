/**
 * Ranks of findings on a running service, from the root of things on. Of an error with a higher rank than another one of the same service,
 * the other one is the reason: an image is gone, tasks stop, a deployment fails, tasks are missing.
 */
export const CAUSAL_RANKS = [
  /** Tasks can't live with it. */
  'cause',
  /** No new task starts with it, and those that run are not affected. */
  'start',
  /** Tasks are seen to be unhealthy. */
  'symptom',
  /** A deployment doesn't end, or it fails. */
  'deployment',
  /** Tasks are missing, or the same tasks start again and again. */
  'count',
  /** Neither a consequence of another gotcha nor a cause of one. */
  'none',
] as const;

/** Rank of a finding among causes and consequences. */
export type CausalRank = typeof CAUSAL_RANKS[number];

/** Number of a rank, lower for what is nearer to the root. */
export function orderOf(rank: CausalRank): number {
  return CAUSAL_RANKS.indexOf(rank);
}

const CONSEQUENCES: readonly CausalRank[] = ['symptom', 'deployment', 'count'];

/** Returns true if findings of a rank can be consequences of others. */
export function isConsequence(rank: CausalRank): boolean {
  return CONSEQUENCES.includes(rank);
}

/** Returns true if a finding of one rank can be the reason for a finding of another. */
export function explains(cause: CausalRank, consequence: CausalRank): boolean {
  if (!isConsequence(consequence) || orderOf(cause) >= orderOf(consequence)) return false;
  // A task has to run before it is unhealthy.
  return !(cause === 'start' && consequence === 'symptom');
}
