import { readFileSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { build, type BuildOptions, type Plugin } from 'esbuild';
import { keepReachableTypes } from './reachable';

const SRC = join(__dirname, '..', 'src');
const LIB = join(__dirname, '..', 'lib');

/** Modules that an app loads on demand, and the bundle that contains them. */
const LOADED_LATER: ReadonlyMap<string, string> = new Map([[join('rules', 'report'), 'report'], [join('gotchas', 'catalogue.generated'), 'catalogue']]);

/** The classes and enums of the library, by the file that each is in. */
function runtimeExports(): ReadonlyMap<string, readonly string[]> {
  const { types } = JSON.parse(readFileSync(join(LIB, '..', '.jsii'), 'utf8')) as { readonly types: Readonly<Record<string, Type>> };
  const byFile = new Map<string, string[]>();
  for (const { kind, name, symbolId } of Object.values(types)) {
    if (kind === 'interface') continue;
    const file = symbolId.split(':')[0].replace(/^src\//, '');
    byFile.set(file, [...byFile.get(file) ?? [], name]);
  }
  return byFile;
}

interface Type {
  readonly kind: 'class' | 'enum' | 'interface';
  readonly name: string;
  /** `src/ingress/ingress:Ingress` */
  readonly symbolId: string;
}

const loadedLater: Plugin = {
  name: 'loaded-later',
  setup: ({ onResolve }) => onResolve({ filter: /^\./ }, ({ path, resolveDir }) => {
    const name = LOADED_LATER.get(relative(LIB, resolve(resolveDir, path)));
    return name === undefined ? undefined : { path: `./${name}.js`, external: true };
  }),
};

async function bundle(name: string, from: Pick<BuildOptions, 'stdin' | 'entryPoints' | 'plugins'>): Promise<void> {
  await build({
    ...from,
    outfile: join(LIB, 'bundled', `${name}.js`),
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    external: ['aws-cdk-lib', 'constructs'],
    logLevel: 'warning',
    // Thousands of values are made in one synthesis: the constructor sets each field once, nothing does before.
    tsconfigRaw: { compilerOptions: { useDefineForClassFields: false } },
  });
}

/** One getter for each export: what is in a bundle runs when it is first asked for, as in aws-cdk-lib. */
function indexOf(exported: ReadonlyMap<string, readonly string[]>): string {
  const names = [...exported.values()].flat();
  const getters = [...exported].map(([file, inFile]) => `  '${file}': [${inFile.map((name) => `'${name}'`).join(', ')}],`);
  return [
    '"use strict";',
    'Object.defineProperty(exports, "__esModule", { value: true });',
    // Node finds the names for `import { … }` in this line, without running anything.
    `${names.map((name) => `exports.${name} = `).join('')}void 0;`,
    "const modules = require('./bundled/constructs.js');",
    'for (const [file, names] of Object.entries({',
    ...getters,
    '})) {',
    '  for (const name of names) {',
    '    Object.defineProperty(exports, name, { enumerable: true, configurable: true, get: () => modules[file]()[name] });',
    '  }',
    '}',
    '',
  ].join('\n');
}

/** Hundreds of small modules load in a quarter of the time from one file. */
async function main(): Promise<void> {
  const exported = runtimeExports();
  const modules = [...exported.keys()].map((file) => `'${file}': () => require('./${file}'),`);
  await bundle('constructs', { stdin: { contents: `module.exports = {\n${modules.join('\n')}\n};\n`, resolveDir: LIB }, plugins: [loadedLater] });
  // From the sources, where esbuild sees what imports what: no call goes through the exports of a module.
  for (const [file, name] of LOADED_LATER) await bundle(name, { entryPoints: [join(SRC, `${file}.ts`)] });
  writeFileSync(join(LIB, 'index.js'), indexOf(exported));
  console.log(`lib: ${exported.size} modules in ${LOADED_LATER.size + 1} bundles, ${keepReachableTypes(LIB)} files of types`);
}

void main();
