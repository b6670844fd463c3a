import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** Files of types that can be reached from one of them. */
export function reachable(entry: string, found = new Set<string>()): ReadonlySet<string> {
  if (found.has(entry)) return found;
  found.add(entry);
  for (const [, path] of readFileSync(entry, 'utf8').matchAll(/(?:from|import\() ?['"](\.[^'"]*)['"]/g)) {
    const module = resolve(dirname(entry), path);
    reachable([`${module}.d.ts`, join(module, 'index.d.ts')].find((file) => existsSync(file)) ?? module, found);
  }
  return found;
}

/** Removes types that nothing exports: an import of their module would compile, and find no code. Answers how many are left. */
export function keepReachableTypes(lib: string): number {
  const kept = reachable(join(lib, 'index.d.ts'));
  for (const file of readdirSync(lib, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.d.ts'))) {
    if (!kept.has(join(lib, file))) rmSync(join(lib, file));
  }
  return kept.size;
}
