import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '..', '..');

/** Code of a page, in TypeScript. */
export interface Block {
  /** Page and line of the first line of code, as editors open it: `README.md:5`. */
  readonly place: string;
  readonly code: string;
  /** Words behind `ts`: `nofixture` for a whole module, `refused` for code that a construct rejects. */
  readonly marks: readonly string[];
}

/** Pages for readers, relative to the root. `docs/gotchas.md` is left out: it is generated from snippets that have tests of their own. */
export function pages(): readonly string[] {
  const below = (folder: string): readonly string[] => readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((file) => `${folder}/${file}`);
  const found = ['README.md', ...below('docs'), ...below('examples')].filter((file) => file.endsWith('.md'));
  return found.filter((page) => page !== 'docs/gotchas.md').sort();
}

/** Text of a page. */
export function pageText(page: string): string {
  return readFileSync(join(ROOT, page), 'utf8');
}

/** Blocks of a page, in its order. */
export function blocksOf(page: string): readonly Block[] {
  const text = pageText(page);
  return [...text.matchAll(/^```ts([^\n]*)\n([^]*?)^```$/gm)].map(({ 1: marks, 2: code, index }) => ({
    place: `${page}:${text.slice(0, index).split('\n').length + 1}`,
    code,
    marks: marks.split(' ').filter((mark) => mark !== ''),
  }));
}

/** Blocks of all pages. */
export function allBlocks(): readonly Block[] {
  return pages().flatMap(blocksOf);
}
