import { inert, printable } from './report/wrap';
import type { Terminal } from './terminal';
import { isCannotLook, type ExitCode, type Verb } from './verb';
import { versionOf } from './version';
import { nearest } from '../text/nearest';
import { redact } from '../text/redaction/redact';

/** Exit code that a shell expects of a program that Ctrl-C ended. */
export const INTERRUPTED = 130;

interface VerbEntry {
  readonly summary: string;
  /** Each verb is a file of its own in the bundle: only the one that was typed is loaded. */
  readonly load: () => Verb;
}

/* eslint-disable @typescript-eslint/no-require-imports -- only the verb that was typed is loaded */
const VERBS: Readonly<Record<string, VerbEntry>> = {
  check: {
    summary: 'check synthesized assemblies and CloudFormation templates',
    load: () => (require('./check/verb') as { readonly verb: Verb }).verb,
  },
  doctor: {
    summary: 'diagnose the services of an account: what is wrong, and why',
    load: () => (require('./doctor/verb') as { readonly verb: Verb }).verb,
  },
  gotchas: {
    summary: 'explain an id of a finding, or list and search them all',
    load: () => (require('./gotchas/verb') as { readonly verb: Verb }).verb,
  },
};
/* eslint-enable @typescript-eslint/no-require-imports */

const HELP = `\
ecs-guardrails: finds mistakes in Amazon ECS services, before and after deployment

Usage: ecs-guardrails <command> [options]

${Object.entries(VERBS).map(([name, { summary }]) => `  ${name.padEnd(9)}${summary}`).join('\n')}

  ecs-guardrails <command> --help    explain a command
  ecs-guardrails --version

Exit codes: 0 no finding at or above --fail-on, 1 findings, 2 could not run,
${INTERRUPTED}: interrupted.
`;

/** Runs what was typed. */
export async function main(terminal: Terminal): Promise<ExitCode | typeof INTERRUPTED> {
  try {
    return await dispatch(terminal);
  } catch (error) {
    if (terminal.signal.aborted) {
      terminal.err('ecs-guardrails: interrupted\n');
      return INTERRUPTED;
    }
    terminal.err(`ecs-guardrails: ${redact(isCannotLook(error) ? safe(error.message) : unexpected(error))}\n`);
    return 2;
  }
}

async function dispatch(terminal: Terminal): Promise<ExitCode> {
  const [name, ...args] = terminal.args;
  if (name === undefined) {
    terminal.err(HELP);
    return 2;
  }
  const asksForHelp = ['--help', '-h', 'help'].includes(name);
  if (asksForHelp && args.length === 0) return print(terminal, HELP);
  if (['--version', '-v', 'version'].includes(name)) return print(terminal, `${versionOf()}\n`);
  const isHelp = asksForHelp || args.includes('--help') || args.includes('-h');
  const verb = asksForHelp ? args[0] : name;
  if (!Object.hasOwn(VERBS, verb)) {
    terminal.err(`ecs-guardrails: there is no command ${verb}; did you mean ${nearest(verb, Object.keys(VERBS), 1)[0]}?\n`);
    return 2;
  }
  const loaded = VERBS[verb].load();
  return isHelp ? print(terminal, loaded.help) : loaded.run(args, terminal);
}

function print(terminal: Terminal, text: string): ExitCode {
  terminal.out(text);
  return 0;
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
