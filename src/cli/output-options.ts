import { resolve } from 'node:path';
import { oneOf, type OptionSpecs, type OptionValues } from './options';
import { checkWritable } from './report/write-whole';
import type { Terminal } from './terminal';
import { CannotLook } from './verb';

/** The forms that a report is written in. */
export const FORMATS = ['text', 'json', 'sarif', 'junit', 'github'] as const;
export type Format = typeof FORMATS[number];

/** The lowest severity with exit code 1; `unknown`: errors, and what could not be read. */
export const FAIL_ON = ['error', 'warning', 'info', 'unknown', 'never'] as const;
export type FailOn = typeof FAIL_ON[number];

/** Options of every command that writes a report. */
export const OUTPUT_SPECS = {
  'format': { type: 'string' },
  'output': { type: 'string' },
  'fail-on': { type: 'string' },
  'verbose': { type: 'boolean' },
  'color': { type: 'boolean' },
  'no-color': { type: 'boolean' },
} as const satisfies OptionSpecs;

/** Their part of `--help`. */
export const OUTPUT_HELP = `\
  --format <form>      text (default), json, sarif, junit or github
  --output <file>      write the report to a file instead of the terminal
  --fail-on <level>    lowest severity with exit code 1: error (default),
                       warning, info, unknown (errors, and gaps) or never
  --verbose            all findings in full, and all checks that could not run
  --color, --no-color  default: by NO_COLOR or FORCE_COLOR, else on a terminal`;

/** Format and destination of a report. */
export interface OutputOptions {
  readonly format: Format;
  readonly output?: string;
  readonly failOn: FailOn;
  readonly verbose: boolean;
  readonly colour: boolean;
}

/** Reads the options of `OUTPUT_SPECS`. */
export function outputOptions(values: OptionValues<typeof OUTPUT_SPECS>, terminal: Terminal): OutputOptions {
  if (values.color && values['no-color']) throw new CannotLook('--color and --no-color contradict each other');
  if (values.output !== undefined) checkWritable(resolve(terminal.cwd, values.output));
  return {
    format: oneOf('--format', values.format ?? 'text', FORMATS),
    output: values.output,
    failOn: oneOf('--fail-on', values['fail-on'] ?? 'error', FAIL_ON),
    verbose: values.verbose ?? false,
    colour: values.color ?? (!values['no-color'] && values.output === undefined && hasColour(terminal)),
  };
}

/** Returns true if text should have colours. */
export function hasColour({ interactive, env }: Terminal): boolean {
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR) return !['0', 'false'].includes(env.FORCE_COLOR);
  return interactive && env.TERM !== 'dumb';
}
