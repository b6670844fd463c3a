import type { Report } from './report';
import type { Severity } from '../../gotchas/definition';
import type { FailOn } from '../output-options';
import type { ExitCode } from '../verb';

/** The worst first. */
export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];

/** Counts of a report. */
export interface Summary {
  readonly errors: number;
  readonly warnings: number;
  readonly info: number;
  readonly acknowledged: number;
  readonly notChecked: number;
  readonly ok: number;
}

/** Counts what a report has. */
export function summaryOf({ findings, acknowledged = [], gaps, ok }: Report): Summary {
  const count = (severity: Severity): number => findings.filter((finding) => finding.severity === severity).length;
  return {
    errors: count('error'),
    warnings: count('warning'),
    info: count('info'),
    acknowledged: acknowledged.length,
    notChecked: gaps.length,
    ok,
  };
}

/** 1 as soon as one finding is as bad as `failOn`. */
export function exitCodeOf({ findings }: Pick<Report, 'findings'>, failOn: FailOn): ExitCode {
  return findings.some(({ severity }) => isAtLeast(severity, failOn)) ? 1 : 0;
}

/** Returns true if a severity is at least a level; no severity reaches `never`. */
export function isAtLeast(severity: Severity, floor: FailOn): boolean {
  return floor !== 'never' && SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(floor);
}
