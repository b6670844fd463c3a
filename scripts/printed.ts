import { join } from 'node:path';
import { createColors } from 'picocolors';
import { diagnose } from '../src/cli/doctor/diagnosis/diagnose';
import { TextFinding } from '../src/cli/report/text-finding';
import { areaOf } from '../src/gotchas/area';
import type { LiveCase } from '../src/gotchas/fixtures/live-case';

const WIDTH = 100;

/** Accounts in which the doctor finds a gotcha, and accounts in which it doesn't. */
export function liveCasesOf(id: string): readonly LiveCase[] {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- the files are found by their names
  return (require(join(__dirname, '..', 'src', 'gotchas', areaOf(id), `${id}.cases`)) as { readonly cases: readonly LiveCase[] }).cases;
}

/** Report of the doctor on the first account that has a gotcha. */
export function printedOf(id: string): string {
  const shown = liveCasesOf(id).find(({ caught }) => caught);
  const finding = shown && diagnose(shown.account).findings.find((one) => one.id === id);
  if (!finding) throw new Error(`the doctor finds no ${id} in the first case of ${id}.cases.ts that must be caught`);
  const lines = new TextFinding(createColors(false), WIDTH, true).lines(finding);
  const indent = Math.min(...lines.map((line) => line.length - line.trimStart().length));
  return lines.map((line) => line.slice(indent)).join('\n');
}
