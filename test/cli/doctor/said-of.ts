import type { Account } from '../../../src/cli/collect/account';
import { diagnose } from '../../../src/cli/doctor/diagnosis/diagnose';
import type { ReportedFinding } from '../../../src/cli/report/report';

/** Findings of an account, each once as `severity id`, sorted. */
export function toldOf(account: Account): readonly string[] {
  return [...new Set(diagnose(account).findings.filter(({ severity }) => severity !== 'info').map(({ severity, id }) => `${severity} ${id}`))].sort();
}

/** The findings of one gotcha. */
export function findingsOf(account: Account, id: string): readonly ReportedFinding[] {
  return diagnose(account).findings.filter((finding) => finding.id === id);
}
