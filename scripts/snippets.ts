import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const GOTCHAS = join(__dirname, '..', 'src', 'gotchas');

/** Code of a gotcha's `<id>.fix.ts`, as a reader copies it. */
export interface Snippets {
  readonly plain: string;
  /** With this library, where that says it better. */
  readonly guarded?: string;
}

/** Where the code of a gotcha is. */
export function fixPath(id: string): string {
  return join(GOTCHAS, id.split('-')[0], `${id}.fix.ts`);
}

/** What the file of a gotcha shows. */
export function snippetsOf(id: string): Snippets {
  const path = fixPath(id);
  const source = readFileSync(path, 'utf-8');
  const plain = bodyOf(source, 'plain');
  if (plain === undefined) throw new Error(`${path} exports no function 'plain: Fix' with a body of whole lines`);
  return { plain, guarded: bodyOf(source, 'guarded') };
}

/** What the snippets take for granted, each with what it is. */
export function givens(): ReadonlyArray<{ readonly name: string; readonly what: string }> {
  const source = readFileSync(join(GOTCHAS, 'given.fix.ts'), 'utf-8');
  return [...source.matchAll(/\/\*\* (.+) \*\/\n {2}public get (\w+)\(/g)].map(([, what, name]) => ({ name, what }));
}

function bodyOf(source: string, name: keyof Snippets): string | undefined {
  const found = new RegExp(`^export const ${name}: Fix = \\([^)]*\\) => \\{\\n((?: .*\\n|\\n)+)\\};$`, 'm').exec(source);
  return found?.[1].replace(/^ {2}/gm, '').trimEnd();
}
