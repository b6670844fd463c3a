import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { camelCase } from './gen-catalogue';
import { AREAS, areaOf } from '../src/gotchas/area';

const ROOT = join(__dirname, '..');
const MAX_LENGTH = 40;

/**
 * Files of a new gotcha by their paths. Each has words, a consequence, cases and snippets that types and tests refuse until they are written.
 * A gotcha that only a running service shows has no snippets.
 */
export function filesOf(id: string, isLive = false): ReadonlyMap<string, string> {
  const base = join('src', 'gotchas', areaOf(id), id);
  if (isLive) return new Map([[`${base}.ts`, liveDefinition(id)], [`${base}.cases.ts`, liveCases()]]);
  return new Map([[`${base}.ts`, definition(id)], [`${base}.cases.ts`, cases()], [`${base}.fix.ts`, fix()]]);
}

/** Reason for which an id can't be that of a new gotcha. */
export function idError(id: string | undefined): string | undefined {
  if (id === undefined) return 'the id is missing: npm run new:gotcha <area>-<what is wrong>';
  if (!/^[a-z0-9]+(-[a-z0-9]+)+$/.test(id)) return `id (${id}) must be words of a-z and 0-9 with hyphens between them`;
  if (!Object.hasOwn(AREAS, areaOf(id))) return `id (${id}) must begin with an area: ${Object.keys(AREAS).join(', ')}`;
  return id.length > MAX_LENGTH ? `id (${id}) must have at most ${MAX_LENGTH} characters, it has ${id.length}` : undefined;
}

function definition(id: string): string {
  return `import { known } from '../../facts/fact';
import { defineGotcha } from '../definition';

export const ${camelCase(id)} = defineGotcha({
  id: '${id}',
  title: '',
  consequence: '',
  symptom: '',
  why: '',
  rule: '',
  fix: '',
  docsUrl: '',
  levels: ['synth'],
  subject: 'task',
  needs: [],
  check: () => [],
});
`;
}

function liveDefinition(id: string): string {
  return `import { defineLiveGotcha } from '../definition';

export const ${camelCase(id)} = defineLiveGotcha({
  id: '${id}',
  title: '',
  consequence: '',
  symptom: '',
  why: '',
  rule: '',
  fix: '',
  docsUrl: '',
});
`;
}

function liveCases(): string {
  return `import type { LiveCase } from '../fixtures/live-case';

export const cases: readonly LiveCase[] = [
];
`;
}

function cases(): string {
  return `import type { GotchaCase } from '../fixtures/gotcha-case';

export const cases: readonly GotchaCase[] = [
];
`;
}

function fix(): string {
  return `import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack }) => {
};

export const plain: Fix = ({ stack }) => {
};
`;
}

function main([id, option]: readonly string[]): void {
  const isLive = option === 'live';
  const error = idError(id) ?? [...filesOf(id, isLive).keys()].filter((path) => existsSync(join(ROOT, path))).map((path) => `${path} exists already`)[0];
  if (error !== undefined) {
    console.error(error);
    process.exitCode = 1;
    return;
  }
  for (const [path, content] of filesOf(id, isLive)) {
    mkdirSync(dirname(join(ROOT, path)), { recursive: true });
    writeFileSync(join(ROOT, path), content, { flag: 'wx' });
    console.log(relative('.', join(ROOT, path)));
  }
  console.log(`Write them (docs/contributing/gotcha.md), then: npx tsx scripts/gen-catalogue.ts && npx jest ${id}`);
}

if (require.main === module) main(process.argv.slice(2));
