#!/usr/bin/env node
import { INTERRUPTED, main } from './main';
import { raiseTierUp } from './tier-up';

/** What a shell expects of a program that `kill` ended. */
const TERMINATED = 143;

raiseTierUp();

const interrupt = new AbortController();
let interruptedBy = INTERRUPTED;
// Once: a second Ctrl-C ends the process at once, as it does without this handler.
process.once('SIGINT', () => interrupt.abort());
process.once('SIGTERM', () => {
  interruptedBy = TERMINATED;
  interrupt.abort();
});

process.stdout.on('error', ({ code, message }: NodeJS.ErrnoException) => {
  // A report that nobody has is none, whatever it says.
  if (code !== 'EPIPE') {
    process.stderr.write(`ecs-guardrails: standard output can't be written: ${message}\n`);
    process.exitCode = 2;
  }
  // Whoever reads us may stop reading, as `head` does: what has come to its end has its exit code, and what goes on ends here.
  interrupt.abort();
});
process.stderr.on('error', () => undefined);

void main({
  args: process.argv.slice(2),
  cwd: process.cwd(),
  env: process.env,
  // Windows change, and some say that they have no size.
  get width() { return process.stdout.columns || 80; },
  get height() { return process.stdout.rows || 24; },
  interactive: process.stdout.isTTY ?? false,
  interactiveErr: process.stderr.isTTY ?? false,
  signal: interrupt.signal,
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
}).then((code) => {
  // Not process.exit: what is written to a pipe would be cut off.
  process.exitCode ??= code === INTERRUPTED ? interruptedBy : code;
});
