import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Block } from './blocks';

/** The file that jsii-rosetta wraps the blocks of the README in. */
const FIXTURE = readFileSync(join(__dirname, '..', '..', 'rosetta', 'default.ts-fixture'), 'utf8');

/** Names that blocks use without a declaration. */
export const FIXTURE_NAMES: readonly string[] = [...FIXTURE.matchAll(/^declare const (\w+):/gm)].map(([, name]) => name);

/** A module with the code of a block, after other code where a stack is constructed. */
export function moduleOf({ code, marks }: Block, before = ''): string {
  if (marks.includes('nofixture')) return code;
  const imports = code.match(/^import [^;]+;$/gm) ?? [];
  const body = code.replace(/^import [^;]+;$/gm, '');
  return [...imports, FIXTURE.replace('/// here', () => `${before}{\n${body}}`), 'export { Fixture };', ''].join('\n');
}
