import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { areaOf } from '../src/gotchas/area';

const GOTCHAS = join(__dirname, '..', 'src', 'gotchas');

/** Code of a gotcha's `<id>.fix.ts`, as a reader copies it. */
export interface Snippets {
  /** Code that has the gotcha. */
  readonly wrong: string;
  /** Code without the gotcha, with the CDK alone. */
  readonly plain: string;
  /** With this library, where that is shorter or safer. */
  readonly guarded?: string;
}

/** Path of a gotcha's code. */
export function fixPath(id: string): string {
  return join(GOTCHAS, areaOf(id), `${id}.fix.ts`);
}

/** Snippets in the file of a gotcha. */
export function snippetsOf(id: string): Snippets {
  const path = fixPath(id);
  const source = readFileSync(path, 'utf-8');
  const [wrong, plain] = (['wrong', 'plain'] as const).map((name) => {
    const body = bodyOf(source, name);
    if (body === undefined) throw new Error(`${path} exports no function '${name}: Fix' with a body of whole lines`);
    return body;
  });
  return { wrong, plain, guarded: bodyOf(source, 'guarded') };
}

/** Variables that the snippets refer to, with their descriptions. */
export function givens(): ReadonlyArray<{ readonly name: string; readonly what: string }> {
  const source = readFileSync(join(GOTCHAS, 'fixtures', 'snippet-context.ts'), 'utf-8');
  return [...source.matchAll(/\/\*\* (.+) \*\/\n {2}public get (\w+)\(/g)].map(([, what, name]) => ({ name, what }));
}

/** Imports of the gotchas' snippets, as a reader writes them. */
export function importsOf(ids: readonly string[]): readonly string[] {
  const sources = ids.map((id) => readFileSync(fixPath(id), 'utf-8'));
  const whole = sources.flatMap((source) => source.match(/^import \* as .*$/gm) ?? []);
  const named = (from: string): readonly string[] => sources.flatMap((source) =>
    [...source.matchAll(/^import \{ (.+) \} from '(.+)';$/gm)].flatMap(([, names, path]) => path === from ? names.split(', ') : []));
  const list = (names: readonly string[], separator: string): string => [...new Set(names)].sort().join(separator);
  return [
    ...[...new Set(whole)].sort((a, b) => a.localeCompare(b)),
    `import { ${list(named('aws-cdk-lib/core'), ', ')} } from 'aws-cdk-lib/core';`,
    `import {\n  ${list(named('../../index'), ',\n  ')},\n} from 'cdk-ecs-guardrails';`,
  ];
}

function bodyOf(source: string, name: keyof Snippets): string | undefined {
  const found = new RegExp(`^export const ${name}: Fix = \\([^)]*\\) => \\{\\n((?: .*\\n|\\n)+)\\};$`, 'm').exec(source);
  return found?.[1].replace(/^ {2}/gm, '').trimEnd();
}
