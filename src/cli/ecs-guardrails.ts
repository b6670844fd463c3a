#!/usr/bin/env node
import { main } from './main';
import { raiseTierUp } from './tier-up';

raiseTierUp();

const interrupt = new AbortController();
// Once: a second Ctrl-C ends the process at once, as it does without this handler.
process.once('SIGINT', () => interrupt.abort());

// Whoever reads us may stop reading, as `head` does: the exit code is still the answer.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

void main({
  args: process.argv.slice(2),
  cwd: process.cwd(),
  env: process.env,
  width: process.stdout.columns ?? 80,
  interactive: process.stdout.isTTY ?? false,
  interactiveErr: process.stderr.isTTY ?? false,
  signal: interrupt.signal,
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
}).then((code) => {
  // Not process.exit: what is written to a pipe would be cut off.
  process.exitCode = code;
});
