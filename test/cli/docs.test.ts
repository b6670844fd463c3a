import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { folderWith } from './support/files';
import { testTerminal } from './support/test-terminal';
import { main } from '../../src/cli/main';

const PAGE = readFileSync(join(__dirname, '../../docs/cli.md'), 'utf-8');

/** Commands of the page, each with the output it shows. */
const shown = [...PAGE.matchAll(/```console\n\$ ecs-guardrails (.*)\n([^]*?)```/g)].map(([, command, output]) => [command, output] as const);

/** The template that the page checks: the first block in YAML. */
const [, template] = /```yaml\n([^]*?)```/.exec(PAGE)!;

test.each(shown)('docs/cli.md shows what %s prints', async (command, output) => {
  const terminal = testTerminal({ args: command.split(' '), cwd: folderWith({ 'shop.yaml': template }), width: 80 });
  await main(terminal);
  expect(terminal.complaints()).toBe('');
  expect(output).toBe(terminal.written());
});

test('the page has commands to run', () => expect(shown).toHaveLength(5));
