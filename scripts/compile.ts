import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '..');
const LIB = join(ROOT, 'lib');
/** Inputs of the compilation: jsii copies the README into its manifest. */
const INPUTS = ['src', 'scripts/compile.ts', 'scripts/bundle-lib.ts', 'scripts/reachable.ts', 'tsconfig.json', 'package.json', 'package-lock.json', 'README.md'];
const OUTPUTS = ['.jsii', 'lib/index.js', 'lib/index.d.ts', 'lib/bundled/constructs.js'];
/** The hash of the inputs of the last compilation that succeeded. */
const STAMP = join(LIB, '.inputs');

function files(path: string): readonly string[] {
  if (!statSync(join(ROOT, path)).isDirectory()) return [path];
  return readdirSync(join(ROOT, path)).sort().flatMap((name) => files(join(path, name)));
}

function hashOfInputs(): string {
  const hash = createHash('sha256');
  for (const file of INPUTS.flatMap(files)) hash.update(`${file}\0`).update(readFileSync(join(ROOT, file))).update('\0');
  return hash.digest('hex');
}

function run(script: string, ...args: readonly string[]): void {
  const { status, error } = spawnSync(process.execPath, [join(ROOT, 'node_modules', script), ...args], { cwd: ROOT, stdio: 'inherit' });
  if (error) throw error;
  if (status !== 0) process.exit(status ?? 1);
}

/** Compiles and bundles the library, unless nothing that goes into it changed since the last time. */
function main(): void {
  const inputs = hashOfInputs();
  const upToDate = existsSync(STAMP) && readFileSync(STAMP, 'utf8') === inputs && OUTPUTS.every((path) => existsSync(join(ROOT, path)));
  if (upToDate) {
    console.log('lib: up to date');
    return;
  }
  // What is left of deleted sources would be shipped.
  rmSync(LIB, { recursive: true, force: true });
  // jsii wants the lowest peer among the devDependencies; `npm run test:lowest` holds that promise here.
  run('jsii/bin/jsii', '--silence-warnings=reserved-word', '--silence-warnings=metadata/missing-dev-dependency');
  run('tsx/dist/cli.mjs', join('scripts', 'bundle-lib.ts'));
  writeFileSync(STAMP, inputs);
}

main();
