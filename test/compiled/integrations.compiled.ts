import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { parse } from 'yaml';
import { unpacked } from './unpacked';
import { folderWith } from '../cli/support/files';

const ROOT = join(__dirname, '../..');
const PACKAGE = unpacked();
/** In the place of npx, which would install what is published: it runs what would be. */
const NPX = folderWith({ npx: `#!/usr/bin/env bash\nwhile [ "$1" != -- ]; do echo "npx $1" >&2; shift; done\nshift 2\nexec node ${join(PACKAGE, 'bin/ecs-guardrails.js')} "$@"\n` });
chmodSync(join(NPX, 'npx'), 0o755);
const TASK = 'Resources:\n  Task:\n    Type: AWS::ECS::TaskDefinition\n    Properties:\n      Cpu: "256"\n      Memory: "300"\n      NetworkMode: awsvpc\n'
  + '      RequiresCompatibilities: [FARGATE]\n      ContainerDefinitions: [{Name: app, Image: "nginx:1.27"}]\n';
const folder = folderWith({ 'bad.template.yaml': TASK, 'good.template.yaml': TASK.replace('"300"', '"512"') });

function bash(script: string, env: NodeJS.ProcessEnv = {}) {
  return spawnSync('bash', ['-c', script], { cwd: folder, encoding: 'utf8', env: { PATH: [NPX, process.env.PATH].join(delimiter), ...env } });
}

interface Action {
  readonly inputs: Readonly<Record<string, { readonly default: string }>>;
  readonly runs: { readonly steps: ReadonlyArray<{ readonly run: string; readonly env: Readonly<Record<string, string>> }> };
}

/** Runs the step of the action as a workflow does: inputs replace their expressions in the environment. */
function action(inputs: Readonly<Record<string, string>>) {
  const { inputs: declared, runs: { steps: [{ run, env }] } } = parse(readFileSync(join(ROOT, 'action.yml'), 'utf8')) as Action;
  const value = (name: string): string => inputs[name] ?? declared[name].default;
  return bash(run, Object.fromEntries(Object.entries(env).map(([name, text]) => [name, text.replace(/\$\{\{ inputs\.([\w-]+) \}\}/g, (_, input: string) => value(input))])));
}

describe('the GitHub Action', () => {
  test('fails on an error, with an annotation at its line', () => {
    const { status, stdout, stderr } = action({ paths: 'bad.template.yaml' });
    expect(stdout).toMatch(/^::error file=bad\.template\.yaml,line=\d+.*td-fargate-size-pair/m);
    expect(stderr).toContain('cdk-ecs-guardrails@latest');
    expect(status).toBe(1);
  });

  test('passes where nothing is as bad as asked', () => {
    expect(action({ paths: 'good.template.yaml', areas: 'td' }).status).toBe(0);
    expect(action({ paths: 'bad.template.yaml', areas: 'net,scl' }).status).toBe(0);
  });

  test('takes several paths, and runs no text of an input', () => {
    expect(action({ paths: 'good.template.yaml bad.template.yaml' }).status).toBe(1);
    action({ 'paths': '$(touch ran)', 'areas': '$(touch ran)', 'fail-on': '$(touch ran)', 'version': '$(touch ran)' });
    expect(existsSync(join(folder, 'ran'))).toBe(false);
  });
});

test('the hook of pre-commit takes the templates that change, and fails on an error', () => {
  const [{ id, entry, files, language }] = parse(readFileSync(join(ROOT, '.pre-commit-hooks.yaml'), 'utf8')) as readonly { readonly id: string; readonly entry: string; readonly files: string; readonly language: string }[];
  expect({ id, language }).toEqual({ id: 'ecs-guardrails', language: 'system' });
  expect(['Shop.template.json', 'template.yaml', 'package.json', 'a.yml'].filter((file) => new RegExp(files).test(file))).toEqual(['Shop.template.json', 'template.yaml']);
  expect(bash(`${entry} bad.template.yaml`).status).toBe(1);
  expect(bash(`${entry} good.template.yaml`).status).toBe(0);
});
