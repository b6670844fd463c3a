import type { Account } from '../../../../src/cli/collect/account';
import { doctor } from '../../../../src/cli/doctor/verb';
import type { ReportedFinding } from '../../../../src/cli/report/report';
import { testTerminal } from '../../support/test-terminal';

/** Exit code and output of a run. */
export interface Outcome {
  readonly code: number;
  readonly text: string;
}

/** Runs the doctor on an account that was read. */
export async function run(account: Account, ...args: readonly string[]): Promise<Outcome> {
  const terminal = testTerminal();
  const verb = doctor({
    collect: async () => account,
    watchOf: () => { throw new Error('nothing is watched'); },
    policyFor: () => { throw new Error('no policy is asked for'); },
    defaultCacheFolder: () => undefined,
    sleep: async () => undefined,
  });
  const code = await verb.run(['--cluster', 'shop', ...args], terminal);
  return { code, text: terminal.written() };
}

/** Exit code and worst findings of a run: its errors, or its warnings if it has no error. */
export async function verdict(account: Account): Promise<{ readonly code: number; readonly worst: readonly ReportedFinding[] }> {
  const { code, text } = await run(account, '--format', 'json');
  const { findings } = JSON.parse(text) as { readonly findings: readonly ReportedFinding[] };
  const of = (severity: string) => findings.filter((finding) => finding.severity === severity);
  return { code, worst: of('error').length > 0 ? of('error') : of('warning') };
}

/** The worst findings as `severity id`. */
export const idsOf = (worst: readonly ReportedFinding[]): readonly string[] => worst.map(({ severity, id }) => `${severity} ${id}`);
