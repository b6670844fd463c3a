import type { Settings } from './settings';
import type { Finding, GotchaDefinition, Severity } from '../gotchas/definition';

/** How bad a finding is: what the app says of its id, else what the facts say, else what the catalogue says. */
export function severityOf(gotcha: GotchaDefinition, finding: Finding, { severities }: Settings): Severity {
  return severities?.[gotcha.id] ?? finding.severity ?? gotcha.severity;
}

const MILDEST_FIRST: readonly Severity[] = ['info', 'warning', 'error'];

/**
 * The severity to report.
 *
 * As soon as one finding is acknowledged, the CDK decides by the severities of the others alone: what is to fail has to be an error.
 */
export function reportedSeverity(severity: Severity, { failOn }: Settings): Severity {
  return MILDEST_FIRST.indexOf(severity) >= MILDEST_FIRST.indexOf(failOn ?? 'error') ? 'error' : severity;
}
