#!/usr/bin/env node
import { INTERRUPTED } from './ended';
import { main } from './main';
import { raiseTierUp } from './tier-up';

/** Exit code that a shell expects of a program that `kill` ended. */
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
  // A report that was not delivered is a failed run, whatever it contains.
  if (code !== 'EPIPE') {
    process.stderr.write(`ecs-guardrails: standard output can't be written: ${message}\n`);
    process.exitCode = 2;
  }
  // The reader of the pipe may close it, as `head` does: a finished run keeps its exit code, and an unfinished one ends here.
  interrupt.abort();
});
process.stderr.on('error', () => undefined);

void main({
  args: process.argv.slice(2),
  cwd: process.cwd(),
  env: process.env,
  // Windows can be resized, and some report no size.
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
