import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { renderReport } from './render';
import type { Report } from './report';
import { exitCodeOf } from './summary';
import type { OutputOptions } from '../output-options';
import type { Terminal } from '../terminal';
import { CannotLook, type ExitCode } from '../verb';

/** Writes a report to where it was asked for, and says how the run ends. */
export function present(report: Report, options: OutputOptions, terminal: Terminal): ExitCode {
  const text = renderReport(report, options, terminal);
  if (options.output === undefined) terminal.out(text);
  else writeWhole(resolve(terminal.cwd, options.output), text);
  return exitCodeOf(report, options.failOn);
}

/** Writes a file so that nobody ever reads half of it. */
export function writeWhole(path: string, text: string): void {
  const unfinished = `${path}.${process.pid}.tmp`;
  try {
    writeFileSync(unfinished, text);
    renameSync(unfinished, path);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw new CannotLook(`--output (${path}) can't be written: ${(error as Error).message}`);
  }
}
