import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from './assembly';
import { pages, pageText } from '../docs/blocks';

/** Languages of jsii, in the order of their tabs. */
const LANGUAGES = { python: 'Python', java: 'Java', csharp: 'C#', go: 'Go' } as const;

interface Tablet {
  readonly snippets: Readonly<Record<string, { readonly translations: Readonly<Record<string, { readonly source: string }>> }>>;
}

let translated: ReadonlyMap<string, Readonly<Record<string, { readonly source: string }>>> | undefined;

/** Translates the examples of the assembly and the blocks of all pages. One that does not compile ends the program. */
function translate(): NonNullable<typeof translated> {
  const folder = mkdtempSync(join(tmpdir(), 'snippets-'));
  try {
    for (const name of ['lib', 'node_modules', 'rosetta', 'package.json']) symlinkSync(join(ROOT, name), join(folder, name));
    const assembly = JSON.parse(readFileSync(join(ROOT, '.jsii'), 'utf8')) as Record<string, unknown>;
    writeFileSync(join(folder, '.jsii'), JSON.stringify({ ...assembly, readme: { markdown: pages().map(pageText).join('\n\n') } }));
    const tablet = join(folder, 'tablet.json');
    const { status } = spawnSync(join(ROOT, 'node_modules/.bin/jsii-rosetta'), ['extract', folder, '--strict', '--compile', '--output', tablet], { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'] });
    if (status !== 0) throw new Error('jsii-rosetta could not translate all snippets');
    const { snippets } = JSON.parse(readFileSync(tablet, 'utf8')) as Tablet;
    return new Map(Object.values(snippets).map(({ translations }) => [translations.$.source.trim(), translations]));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Code in TypeScript and in each other language, as tabs. */
export function tabs(code: string): string {
  translated ??= translate();
  const translations = translated.get(code.trim());
  if (translations === undefined) throw new Error(`no translation of this code, is it a block of a page or an example of the API?\n${code}`);
  const others = Object.entries(LANGUAGES) as ReadonlyArray<[keyof typeof LANGUAGES, string]>;
  return [
    '::: code-group',
    `\`\`\`ts [TypeScript]\n${code.trim()}\n\`\`\``,
    ...others.map(([language, title]) => `\`\`\`${language} [${title}]\n${translations[language].source.trim()}\n\`\`\``),
    ':::',
  ].join('\n');
}
