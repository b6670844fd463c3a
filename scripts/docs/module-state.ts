import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const SRC = join(__dirname, '..', '..', 'src');

/** A module-level `WeakMap` or `WeakSet` with the docstring above it: its comment, its name, the type of its keys. */
const STATE = /^(?:\/\*\* (.+) \*\/\n)?const (\w+) = new Weak(?:Map|Set)<([\w.]+)/gm;

/** The table of modules that keep state: a row for each map or set, with its docstring. */
export function moduleState(): string {
  const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts')).sort();
  const rows = files.flatMap((file) => [...readFileSync(join(SRC, file), 'utf8').matchAll(STATE)]
    .map(([, comment, name, key]) => `| \`src/${file}\` | \`${key}\` | ${comment ?? undocumented(file, name)} |`));
  return ['', '| Module | Key | Holds |', '| --- | --- | --- |', ...rows, ''].join('\n');
}

function undocumented(file: string, name: string): never {
  throw new Error(`src/${file}: ${name} needs a docstring in one line that completes "holds …"; CONTRIBUTING.md lists it`);
}
