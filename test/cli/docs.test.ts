import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { folderWith } from './support/files';
import { testTerminal } from './support/test-terminal';
import { main } from '../../src/cli/main';

const pageOf = (path: string): string => readFileSync(join(__dirname, '../..', path), 'utf-8');

/** Commands of the pages, each with the output it shows. */
const shown = ['docs/cli.md', 'docs/doctor.md', 'README.md'].flatMap((page) =>
  [...pageOf(page).matchAll(/```console\n\$ ecs-guardrails (.*)\n([^]*?)```/g)].map(([, command, output]) => [page, command, output] as const));

/** The template that they check: the first block in YAML. */
const [, template] = /```yaml\n([^]*?)```/.exec(pageOf('docs/cli.md'))!;

test.each(shown)('%s shows what %s prints', async (_, command, output) => {
  const terminal = testTerminal({ args: command.split(' '), cwd: folderWith({ 'shop.yaml': template }), width: 80 });
  await main(terminal);
  expect(terminal.complaints()).toBe('');
  expect(output).toBe(terminal.written());
});

test('the pages have commands to run', () => expect(shown).toHaveLength(8));
