import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { main } from '../src/cli/main';

const ROOT = join(__dirname, '..');
/** Pages that show commands; the first has the template that all of them check. */
const PAGES = ['docs/cli.md', 'README.md'].map((page) => join(ROOT, page));

/** What a command prints in a terminal of 80 columns. */
async function outputOf(command: string, cwd: string): Promise<string> {
  let output = '';
  const keep = (text: string): void => void (output += text);
  await main({
    args: command.split(' '), cwd, env: {}, width: 80, height: 24, interactive: false, interactiveErr: false, signal: new AbortController().signal, out: keep, err: keep,
  });
  return output;
}

/** Runs the commands of the pages over the template, and writes what they print below each. */
async function write(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'cli-docs-'));
  writeFileSync(join(folder, 'shop.yaml'), /```yaml\n([^]*?)```/.exec(readFileSync(PAGES[0], 'utf8'))![1]);
  for (const path of PAGES) {
    const page = readFileSync(path, 'utf8');
    let written = page;
    for (const [block, command] of page.matchAll(/```console\n\$ ecs-guardrails (.*)\n[^]*?```/g)) {
      const output = await outputOf(command, folder);
      written = written.replace(block, () => `\`\`\`console\n$ ecs-guardrails ${command}\n${output}\`\`\``);
    }
    if (written !== page) writeFileSync(path, written);
  }
}

void write();
