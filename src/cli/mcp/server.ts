import { McpServer, type CallToolResult } from '@modelcontextprotocol/server';
import { TOOLS, type VerbTool } from './tools';
import { ended } from '../ended';
import { READING_VERBS } from '../reading-verbs';
import type { Terminal } from '../terminal';
import { versionOf } from '../version';

/** A server of the Model Context Protocol with a tool for each verb that reads. */
export function serverOf(terminal: Terminal): McpServer {
  const server = new McpServer({ name: 'ecs-guardrails', version: versionOf() });
  for (const tool of TOOLS) {
    server.registerTool(tool.name, {
      title: tool.title,
      description: tool.description,
      inputSchema: tool.inputSchema,
      annotations: { readOnlyHint: true, idempotentHint: true, openWorldHint: tool.callsAws },
    }, (input, { mcpReq }) => call(tool, input, { ...terminal, signal: AbortSignal.any([terminal.signal, mcpReq.signal]) }));
  }
  return server;
}

/** Findings are a result; only a command that could not run is an error. */
async function call(tool: VerbTool, input: unknown, terminal: Terminal): Promise<CallToolResult> {
  let report = '';
  let complaints = '';
  const args = tool.args(input);
  const captured: Terminal = {
    ...terminal,
    args: [tool.name, ...args],
    interactive: false,
    interactiveErr: false,
    out: (text) => void (report += text),
    err: (text) => void (complaints += text),
  };
  const code = await ended(captured, () => READING_VERBS[tool.name].load().run(args, captured));
  const isError = code > 1;
  return { content: [{ type: 'text', text: isError ? complaints + report : report }], isError };
}
