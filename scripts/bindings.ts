import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { absoluteLinks } from './absolute-links';

const ROOT = join(__dirname, '..');
/** Snippets in all languages, which `npm run rosetta` makes. */
const TABLET = '.jsii.tabl.json';
/** The lowest version of each peer is installed under another name. */
const LOWEST: Readonly<Record<string, string>> = { 'aws-cdk-lib': 'aws-cdk-lib-lowest', 'constructs': 'constructs-lowest' };

interface Manifest {
  readonly main: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}

/** The folder of a dependency, seen from the folder of what depends on it. */
function folderOf(name: string, from: string): string {
  for (let folder = from; ; folder = dirname(folder)) {
    const found = join(folder, 'node_modules', LOWEST[name] ?? name);
    if (existsSync(found)) return found;
    if (folder === dirname(folder)) throw new Error(`${name} is not installed: run npm ci`);
  }
}

/** Copies what jsii-pacmak reads of a dependency, and of those that it has: the manifest, the assembly, and the entry that it finds both by. */
function copyAssemblies(name: string, from: string, to: string): void {
  const folder = folderOf(name, from);
  if (!existsSync(join(folder, '.jsii')) || existsSync(join(to, name))) return;
  const { main: entry, dependencies = {} } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
  for (const file of ['package.json', '.jsii', '.jsii.gz', entry]) {
    if (existsSync(join(folder, file))) cpSync(join(folder, file), join(to, name, file));
  }
  for (const dependency of Object.keys(dependencies)) copyAssemblies(dependency, folder, to);
}

/** Installs the npm package in a folder with the lowest versions of the peers. */
function stage(folder: string): void {
  const { stdout } = run('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], 'pipe');
  const [{ files }] = JSON.parse(stdout) as ReadonlyArray<{ readonly files: ReadonlyArray<{ readonly path: string }> }>;
  if (!files.some(({ path }) => path === TABLET)) throw new Error(`${TABLET} is not there: run npm run rosetta`);
  for (const { path } of files) cpSync(join(ROOT, path), join(folder, path));
  linkFromElsewhere(folder);
  for (const name of Object.keys(LOWEST)) copyAssemblies(name, ROOT, join(folder, 'node_modules'));
}

/** README is shown by registries too, from the file or from the assembly. */
function linkFromElsewhere(folder: string): void {
  const { version, repository } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest & { readonly version: string; readonly repository: { readonly url: string } };
  const readme = absoluteLinks(readFileSync(join(folder, 'README.md'), 'utf8'), repository.url, version);
  writeFileSync(join(folder, 'README.md'), readme);
  const assembly = JSON.parse(readFileSync(join(folder, '.jsii'), 'utf8')) as object;
  writeFileSync(join(folder, '.jsii'), JSON.stringify({ ...assembly, readme: { markdown: readme } }));
}

function run(command: string, args: readonly string[], stdout: 'pipe' | 'inherit' = 'inherit') {
  const result = spawnSync(command, args, { cwd: ROOT, encoding: 'utf8', stdio: ['ignore', stdout, 'inherit'], maxBuffer: 2 ** 26 });
  if (result.error) throw result.error;
  if (result.status !== 0) process.exit(result.status ?? 1);
  return result;
}

/**
 * Makes the packages of the languages that are named, with jsii-pacmak.
 *
 * It writes the versions of the installed dependencies into what it makes, so it runs where the lowest ones are installed.
 */
function main(): void {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { 'outdir': { type: 'string', default: 'dist' }, 'code-only': { type: 'boolean', default: false } },
  });
  const folder = mkdtempSync(join(tmpdir(), 'bindings-'));
  try {
    stage(folder);
    run('node_modules/.bin/jsii-pacmak', [
      folder, '--outdir', resolve(ROOT, values.outdir), '--targets', ...positionals, ...values['code-only'] ? ['--code-only'] : [], '--no-npmignore',
      '--rosetta-tablet', join(folder, TABLET), '--rosetta-unknown-snippets', 'fail',
    ]);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

main();
