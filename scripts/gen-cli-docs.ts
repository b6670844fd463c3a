import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pages, pageText } from './docs/blocks';
import { GENERATED, withGenerated } from './docs/generated';
import { withRefusals } from './docs/refusals';
import { main } from '../src/cli/main';

const ROOT = join(__dirname, '..');
/** Pages that show commands; the first has the template that all of them check. */
const PAGES = ['docs/cli.md', 'docs/doctor.md', 'README.md'].map((page) => join(ROOT, page));

/** Output of a command in a terminal of 80 columns. */
async function outputOf(command: string, cwd: string): Promise<string> {
  let output = '';
  const keep = (text: string): void => void (output += text);
  await main({
    args: command.split(' '), cwd, env: {}, width: 80, height: 24, interactive: false, interactiveErr: false, signal: new AbortController().signal, out: keep, err: keep,
  });
  return output;
}

/** Writes what the build knows into the pages: tables of the code, and below refused blocks and commands what they print. */
async function write(): Promise<void> {
  for (const page of Object.keys(GENERATED)) {
    const written = withGenerated(page, pageText(page));
    if (written !== pageText(page)) writeFileSync(join(ROOT, page), written);
  }
  const folder = mkdtempSync(join(tmpdir(), 'cli-docs-'));
  writeFileSync(join(folder, 'shop.yaml'), /```yaml\n([^]*?)```/.exec(readFileSync(PAGES[0], 'utf8'))![1]);
  for (const page of pages().filter((path) => /^```ts.* refused/m.test(pageText(path)))) {
    const written = withRefusals(page);
    if (written !== pageText(page)) writeFileSync(join(ROOT, page), written);
  }
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
