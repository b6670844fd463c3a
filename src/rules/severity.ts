import type { Settings } from './settings';
import { severityOf, strictSeverityOf, type Severity } from '../gotchas/consequence';
import type { ExplainedFinding } from '../gotchas/explained';

/** Severity of a finding for an app: the one that the app sets for the id, else the one that follows from the consequence. */
export function severityFor({ id, consequence }: ExplainedFinding, { severities, strict = false }: Settings): Severity {
  return severities?.[id] ?? (strict ? strictSeverityOf(consequence) : severityOf(consequence));
}

const MILDEST_FIRST: readonly Severity[] = ['info', 'warning', 'error'];

/**
 * Severity to report to the CDK.
 *
 * As soon as one finding is acknowledged, the CDK decides by the severities of the others alone: a finding that must fail has to be an error.
 */
export function reportedSeverity(severity: Severity, { failOn }: Settings): Severity {
  return MILDEST_FIRST.indexOf(severity) >= MILDEST_FIRST.indexOf(failOn ?? 'error') ? 'error' : severity;
}
