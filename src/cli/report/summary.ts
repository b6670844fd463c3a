import type { Report, ReportedNotChecked, Unread } from './report';
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

/** A count with its noun. */
export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** 1 as soon as one finding is as bad as `failOn`; 2 if nothing worse is known of a subject of which nothing could be read. */
export function exitCodeOf(report: Pick<Report, 'findings'> & Partial<Pick<Report, 'gaps' | 'unread'>>, failOn: FailOn): ExitCode {
  const { findings, gaps = [], unread } = report;
  if (findings.some(({ severity }) => isAtLeast(severity, failOn))) return 1;
  if (gaps.some(({ isLost }) => isLost)) return 2;
  const isUnread = unread !== undefined && unread.denied.length + unread.failed.length > 0;
  return isUnread && failOn === 'unknown' || gaps.some((gap) => failsAsUnknown(gap, unread, failOn)) ? 1 : 0;
}

/** Returns true if a severity is at least a level; no severity reaches `never`. */
export function isAtLeast(severity: Severity, floor: FailOn): boolean {
  if (floor === 'never') return false;
  return SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(floor === 'unknown' ? 'error' : floor);
}

/** Returns true if a gap counts as a failure. Of the doctor, which asks AWS, only one that a failed call leaves: AWS forgets by itself too. */
export function failsAsUnknown({ reason, isLost }: ReportedNotChecked, unread: Unread | undefined, failOn: FailOn): boolean {
  if (failOn !== 'unknown') return false;
  return isLost === true || unread === undefined || unread.failed.includes(reason) || unread.denied.some((action) => reason.startsWith(`${action} is denied`));
}
