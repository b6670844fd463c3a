import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

export const ROOT = join(__dirname, '../../..');
export const EXAMPLES = join(ROOT, 'examples');
export const PROGRAMS = join(__dirname, '..');
export const BUILD = join(PROGRAMS, '.build');

/** The apps that are there in each language. */
export const APPS = ['first-service', 'canary-shop', 'nightly-job'];

/** Versions that the package promises to work with, the lowest of each. */
export const LOWEST = { cdk: installed('aws-cdk-lib-lowest'), constructs: installed('constructs-lowest'), pacmak: installed('jsii-pacmak') };

/** A language that apps are written in. */
export interface Language {
  readonly name: string;
  /** Compiles what has to be compiled, once. */
  prepare(): void;
  /** The command that runs an app of `examples`, or `broken` of this folder. */
  command(app: string): readonly string[];
}

export interface Ran {
  readonly status: number | null;
  /** All that was printed, in the words that a reader sees. */
  readonly output: string;
}

/** Runs a command to its end. */
export function run(command: readonly string[], options: { readonly cwd?: string; readonly env?: NodeJS.ProcessEnv } = {}): Ran {
  const { error, status, stdout, stderr } = spawnSync(command[0], command.slice(1), {
    cwd: options.cwd ?? ROOT, encoding: 'utf8', maxBuffer: 2 ** 26, env: { ...process.env, JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION: '20', ...options.env },
  });
  if (error) throw error;
  return { status, output: `${stdout}\n${stderr}` };
}

/** Runs a command that has to succeed. */
export function succeed(command: readonly string[], options: { readonly cwd?: string; readonly env?: NodeJS.ProcessEnv } = {}): string {
  const { status, output } = run(command, options);
  if (status !== 0) throw new Error(`${command.slice(0, 4).join(' ')} ended with ${status}:\n${output}`);
  return output;
}

/** The template of an app, without the resource in which the CDK counts what is used, language included. */
export function templateOf(language: Language, app: string): string {
  const out = join(BUILD, 'out', language.name, app);
  rmSync(out, { recursive: true, force: true });
  succeed(language.command(app), { env: { CDK_OUTDIR: out } });
  const [stack] = Object.entries(JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8')).artifacts as Record<string, { type: string; properties: { templateFile: string } }>)
    .filter(([, { type }]) => type === 'aws:cloudformation:stack').map(([, { properties }]) => properties.templateFile);
  return readFileSync(join(out, stack), 'utf8').replace(/("Type": "AWS::CDK::Metadata",\s+"Properties": \{\s+"Analytics": ")[^"]+/, '$1');
}

/** Writes a file of the build if it isn't there with this content; compilers read the time of a file. */
export function put(file: string, content: string): string {
  mkdirSync(dirname(file), { recursive: true });
  if (!existsSync(file) || readFileSync(file, 'utf8') !== content) writeFileSync(file, content);
  return file;
}

/** Copies the programs of a language into a folder of their own each: those of the examples, and the broken ones. */
export function copyPrograms(folder: string, to: string): void {
  for (const app of APPS) cpSync(join(EXAMPLES, app, folder), join(to, app), { recursive: true });
  cpSync(join(PROGRAMS, folder), to, { recursive: true });
}

function installed(name: string): string {
  return (JSON.parse(readFileSync(join(ROOT, 'node_modules', name, 'package.json'), 'utf8')) as { readonly version: string }).version;
}
