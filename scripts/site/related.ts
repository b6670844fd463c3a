import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { ROOT, type Type } from './assembly';
import { hasCheck, type CatalogueEntry } from '../../src/gotchas/definition';
import { snippetsOf } from '../snippets';

const SRC = join(ROOT, 'src');
/** Folders whose files mention gotchas of any construct. */
const GENERAL = ['gotchas', 'facts', 'readers', 'rules', 'cli'].map((folder) => join(SRC, folder));

/** Gotchas that go with a class: those that it refuses by their id, and those whose fix uses it. */
export function gotchasOf({ name, symbolId }: Type, catalogue: readonly CatalogueEntry[]): readonly CatalogueEntry[] {
  const source = sourcesOf(join(ROOT, `${symbolId.split(':')[0]}.ts`)).join('\n');
  return catalogue.filter((entry) => source.includes(`'${entry.id}'`) || (hasCheck(entry) && new RegExp(`\\b${name}\\b`).test(snippetsOf(entry.id).guarded ?? '')));
}

/** Texts of a file and of all that it imports, but for what all constructs share. */
function sourcesOf(file: string, seen = new Set<string>()): readonly string[] {
  if (seen.has(file) || !existsSync(file) || GENERAL.some((folder) => file.startsWith(folder))) return [];
  seen.add(file);
  const text = readFileSync(file, 'utf8');
  const imported = [...text.matchAll(/^import (?!type ).*?from '(\.[^']+)';$/gms)].map(([, path]) => `${resolve(dirname(file), path)}.ts`);
  return [text, ...imported.flatMap((path) => sourcesOf(path, seen))];
}
