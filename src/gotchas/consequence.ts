/** Severity of a finding: it follows from the consequence. */
export type Severity = 'error' | 'warning' | 'info';

/** Consequence of a gotcha for an app that has it. */
export type Consequence = 'rejected' | 'never-works' | 'misbehaves' | 'risk' | 'cost' | 'worth-knowing';

const SEVERITIES: Readonly<Record<Consequence, Severity>> = {
  'rejected': 'error',
  'never-works': 'error',
  'misbehaves': 'warning',
  'risk': 'warning',
  'cost': 'warning',
  'worth-knowing': 'info',
};

/** Consequences in words, as the predicate of a sentence about an app. */
export const CONSEQUENCES: Readonly<Record<Consequence, string>> = {
  'rejected': 'AWS rejects it',
  'never-works': 'never works',
  'misbehaves': 'deploys and misbehaves',
  'risk': 'deploys and is a risk',
  'cost': 'costs more than it brings',
  'worth-knowing': 'worth knowing',
};

/** Severity of a consequence in strict mode, in which every failure and every risk is an error. */
export function strictSeverityOf(consequence: Consequence): Severity {
  return consequence === 'misbehaves' || consequence === 'risk' ? 'error' : severityOf(consequence);
}

/** Severity of a consequence. Errors are what AWS rejects and what never works: an app that runs has none. */
export function severityOf(consequence: Consequence): Severity {
  return SEVERITIES[consequence];
}
