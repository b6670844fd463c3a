import { serveStdio } from '@modelcontextprotocol/server/stdio';
import { serverOf } from './server';
import { parseOptions } from '../options';
import type { Terminal } from '../terminal';
import { CannotLook, type ExitCode, type Verb } from '../verb';

const HELP = `\
Serves check, gotchas and doctor to agents, over the Model Context Protocol.

Usage: ecs-guardrails mcp

An agent starts it and calls its tools over standard input and output. The tools
only read. doctor uses the AWS credentials of the environment.

  {
    "mcpServers": {
      "ecs-guardrails": {
        "command": "npx",
        "args": ["--package", "cdk-ecs-guardrails", "ecs-guardrails", "mcp"]
      }
    }
  }

Exit codes: 0 when the input ends, 2 could not run.
`;

export const verb: Verb = {
  name: 'mcp',
  help: HELP,
  async run(args, terminal): Promise<ExitCode> {
    const { positionals } = parseOptions(args, {});
    if (positionals.length > 0) throw new CannotLook(`mcp takes no argument, got ${positionals[0]}`);
    const handle = serveStdio(() => serverOf(terminal), { onerror: ({ message }) => terminal.err(`ecs-guardrails: ${message}\n`) });
    await inputEnds(terminal);
    await handle.close();
    return 0;
  },
};

function inputEnds({ signal }: Terminal): Promise<void> {
  return new Promise((resolve) => {
    process.stdin.once('end', resolve).once('close', resolve);
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
