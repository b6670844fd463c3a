import { join } from 'node:path';
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { unpacked } from './unpacked';

test('the packed command line serves its tools over standard input and output', async () => {
  const client = new Client({ name: 'test', version: '1.0.0' });
  await client.connect(new StdioClientTransport({ command: process.execPath, args: [join(unpacked(), 'bin/ecs-guardrails.js'), 'mcp'] }));
  try {
    expect((await client.listTools()).tools.map(({ name }) => name)).toEqual(['check', 'gotchas', 'doctor']);
    const { content } = await client.callTool({ name: 'gotchas', arguments: { query: 'net-no-egress-path' } });
    expect(JSON.stringify(content)).toContain('net-no-egress-path');
  } finally {
    await client.close();
  }
});
