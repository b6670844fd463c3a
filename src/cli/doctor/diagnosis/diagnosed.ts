import type { LogTail } from '../../collect/account';
import type { Location, ReportedFinding, ReportedNotChecked } from '../../report/report';
import type { CausalRank } from '../../../gotchas/causal-rank';

/** A finding before it is known what it comes from. */
export interface Diagnosed extends Omit<ReportedFinding, 'log'> {
  readonly causalRank: CausalRank;
  /** Name or ARN of what is broken, where several services can refer to it. */
  readonly thing?: string;
  readonly log?: LogTail;
  /** The check that found it. */
  readonly check: string;
}

export type Gap = ReportedNotChecked;

/** Result of checks. */
export interface Diagnoses {
  readonly findings: readonly Diagnosed[];
  readonly gaps: readonly Gap[];
  readonly places: readonly Location[];
  /** Number of checks that found nothing. */
  readonly ok: number;
}

export function combine(all: readonly Diagnoses[]): Diagnoses {
  return {
    findings: all.flatMap(({ findings }) => findings),
    gaps: all.flatMap(({ gaps }) => gaps),
    places: all.flatMap(({ places }) => places),
    ok: all.reduce((sum, { ok }) => sum + ok, 0),
  };
}
