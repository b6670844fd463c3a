import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { EXAMPLES, PROJECT, bin } from './paths';
import { run } from './run';

const QUIET = {
  CI: 'true',
  CDK_DISABLE_CLI_TELEMETRY: 'true',
  CDK_DISABLE_VERSION_CHECK: 'true',
  NODE_NO_WARNINGS: '1',
};

/** Values for the context of an app; examples read `imageTag` and `desiredCount`. */
export type Context = Record<string, string | number>;

export interface SynthOptions {
  readonly context?: Context;
  /** For the app itself. */
  readonly arguments?: string[];
  readonly allowedExitCodes?: number[];
}

export function exampleApp(name: string): string {
  return path.join(EXAMPLES, name, 'app.ts');
}

/** Synthesizes an app into a new folder and answers the folder. */
export async function synthesize(app: string, options: SynthOptions = {}): Promise<string> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'ecs-guardrails-e2e-'));
  const context = Object.entries(options.context ?? {}).flatMap(([key, value]) => ['--context', `${key}=${value}`]);
  await run(bin('cdk'), [
    'synth', '--quiet', '--no-version-reporting', '--output', folder, ...context,
    '--app', [bin('tsx'), '--tsconfig', path.join(EXAMPLES, 'tsconfig.json'), app, ...options.arguments ?? []].join(' '),
  ], { cwd: PROJECT, env: QUIET, allowedExitCodes: options.allowedExitCodes });
  return folder;
}

export async function deploy(assembly: string, environment: Record<string, string>): Promise<void> {
  await run(bin('cdk'), ['deploy', '--all', '--app', assembly, '--require-approval', 'never'], {
    cwd: PROJECT,
    env: { ...QUIET, ...environment },
  });
}

export async function destroy(assembly: string, environment: Record<string, string>): Promise<void> {
  await run(bin('cdk'), ['destroy', '--all', '--app', assembly, '--force'], {
    cwd: PROJECT,
    env: { ...QUIET, ...environment },
  });
}

export interface Template {
  readonly Resources: Record<string, { Type: string; DeletionPolicy?: string; Properties?: any }>;
}

/** The templates of an assembly by the name of their stacks. */
export function templates(assembly: string): Record<string, Template> {
  const files = fs.readdirSync(assembly).filter((file) => file.endsWith('.template.json'));
  return Object.fromEntries(files.map((file) => [
    file.replace('.template.json', ''),
    JSON.parse(fs.readFileSync(path.join(assembly, file), 'utf-8')),
  ]));
}
