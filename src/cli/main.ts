import { ended, INTERRUPTED } from './ended';
import { READING_VERBS, type VerbEntry } from './reading-verbs';
import type { Terminal } from './terminal';
import type { ExitCode, Verb } from './verb';
import { versionOf } from './version';
import { didYouMean } from '../text/nearest';

const VERBS: Readonly<Record<string, VerbEntry>> = {
  ...READING_VERBS,
  mcp: {
    summary: 'serve these commands to coding agents (MCP)',
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- only the verb that was typed is loaded
    load: () => (require('./mcp/verb') as { readonly verb: Verb }).verb,
  },
};

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
export function main(terminal: Terminal): Promise<ExitCode | typeof INTERRUPTED> {
  return ended(terminal, () => dispatch(terminal));
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
    terminal.err(`ecs-guardrails: there is no command ${verb}${didYouMean(verb, Object.keys(VERBS), 1)}\n`);
    return 2;
  }
  const loaded = VERBS[verb].load();
  return isHelp ? print(terminal, loaded.help) : loaded.run(args, terminal);
}

function print(terminal: Terminal, text: string): ExitCode {
  terminal.out(text);
  return 0;
}
