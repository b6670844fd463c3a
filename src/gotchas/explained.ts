import { severityOf, type Consequence, type Severity } from './consequence';
import type { Finding, GotchaDefinition } from './definition';

/** A finding with all that a report shows of it. */
export interface ExplainedFinding {
  readonly id: string;
  readonly severity: Severity;
  readonly consequence: Consequence;
  readonly detail: string;
  readonly property?: string;
  readonly why: string;
  readonly fix: string;
  readonly docsUrl: string;
}

/** Completes a finding with what its gotcha states for all findings. */
export function explained(gotcha: Pick<GotchaDefinition, 'id' | 'consequence' | 'why' | 'fix' | 'docsUrl'>, finding: Finding): ExplainedFinding {
  const { id, why, docsUrl } = gotcha;
  const { detail, property, consequence = gotcha.consequence, fix = gotcha.fix } = finding;
  return { id, severity: severityOf(consequence), consequence, detail, property, why, fix, docsUrl };
}
