import { inert, printable } from './report/wrap';
import type { Terminal } from './terminal';
import { isCannotLook, type ExitCode } from './verb';
import { redact } from '../text/redaction/redact';

/** Exit code that a shell expects of a program that Ctrl-C ended. */
export const INTERRUPTED = 130;

/** Runs a verb to its end. An error becomes one line on standard error and an exit code. */
export async function ended(terminal: Terminal, run: () => Promise<ExitCode>): Promise<ExitCode | typeof INTERRUPTED> {
  try {
    return await run();
  } catch (error) {
    if (terminal.signal.aborted) {
      terminal.err('ecs-guardrails: interrupted\n');
      return INTERRUPTED;
    }
    terminal.err(`ecs-guardrails: ${redact(isCannotLook(error) ? safe(error.message) : unexpected(error))}\n`);
    return 2;
  }
}

// Names of files and artifacts may be anything.
function safe(message: string): string {
  return inert(message.split('\n').map(printable).join('\n'));
}

// Not the user's to put right: the stack is what a report of the bug needs.
function unexpected(error: unknown): string {
  const { stack, message } = error instanceof Error ? error : new Error(String(error));
  return `this is a bug of ecs-guardrails, please report it\n${stack ?? message}`;
}
