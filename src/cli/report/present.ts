import { resolve } from 'node:path';
import { renderReport } from './render';
import type { Report } from './report';
import { exitCodeOf } from './summary';
import { writeWhole } from './write-whole';
import type { OutputOptions } from '../output-options';
import type { Terminal } from '../terminal';
import type { ExitCode } from '../verb';

/** Writes a report to its destination, and returns the exit code. */
export function present(report: Report, options: OutputOptions, terminal: Terminal): ExitCode {
  const text = renderReport(report, options, terminal);
  if (options.output === undefined) terminal.out(text);
  else writeWhole(resolve(terminal.cwd, options.output), text);
  return exitCodeOf(report, options.failOn);
}
