import * as path from 'node:path';
import type { Emulator } from './emulator';
import { PROJECT } from './paths';
import { run, type RunResult } from './run';
import type { Report } from '../../../src/cli/report/report';

/** Output of the doctor, run as from a shell. */
export interface Told {
  readonly exitCode: number;
  readonly findings: Report['findings'];
}

/** Diagnoses an emulated account. */
export async function doctor(emulator: Emulator, ...args: readonly string[]): Promise<Told> {
  const { stdout, exitCode } = await runDoctor(emulator, ...args, '--format', 'json');
  return { exitCode, findings: (JSON.parse(stdout) as Report).findings };
}

/** `ecs-guardrails doctor` as it is shipped, with any exit code. */
export function runDoctor(emulator: Emulator, ...args: readonly string[]): Promise<RunResult> {
  return run(process.execPath, [path.join(PROJECT, 'bin/ecs-guardrails.js'), 'doctor', ...args], {
    cwd: PROJECT, env: { ...emulator.environment, NODE_NO_WARNINGS: '1' }, allowedExitCodes: [0, 1, 2],
  });
}

/** Findings of the doctor, each once as `severity id`. */
export function named({ findings }: Told): readonly string[] {
  return [...new Set(findings.filter(({ severity }) => severity !== 'info').map(({ severity, id }) => `${severity} ${id}`))].sort();
}
