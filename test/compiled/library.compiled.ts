import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { unpacked } from './unpacked';
import * as source from '../../src';

const PACKAGE = unpacked();

beforeAll(() => {
  mkdirSync(join(PACKAGE, 'node_modules'));
  for (const name of ['aws-cdk-lib', 'constructs']) {
    symlinkSync(dirname(require.resolve(`${name}/package.json`)), join(PACKAGE, 'node_modules', name), 'junction');
  }
});

/** Output of a program that has the package installed. */
function printed(program: string, type: 'commonjs' | 'module' = 'commonjs'): string {
  const { stdout, stderr } = spawnSync(process.execPath, [`--input-type=${type}`, '-e', program], {
    cwd: PACKAGE, encoding: 'utf8', env: { PATH: process.env.PATH, CDK_VALIDATION: 'false', LIBRARY: join(PACKAGE, 'lib/index.js') },
  });
  expect(stderr).toBe('');
  return stdout.trim();
}

test('CommonJS and ECMAScript modules get the same names as from the sources', () => {
  const names = Object.keys(source).sort().join();
  expect(printed('console.log(Object.keys(require(process.env.LIBRARY)).sort().join())')).toBe(names);
  expect(printed(
    "const all = await import(process.env.LIBRARY); console.log(Object.keys(all).filter((name) => !['default', 'module.exports', '__esModule'].includes(name)).sort().join())",
    'module',
  )).toBe(names);
});

test('each export is there when it is asked for', () => {
  expect(printed('console.log(Object.values(require(process.env.LIBRARY)).filter((each) => each === undefined).length)')).toBe('0');
});

test('nothing runs before it is asked for, and a size loads no construct', () => {
  const loaded = 'Object.keys(require.cache).filter((file) => /aws-(ecs|ec2|codedeploy)/.test(file)).length';
  expect(printed('require(process.env.LIBRARY); console.log(Object.keys(require.cache).filter((file) => file.includes(\'aws-cdk-lib\')).length)')).toBe('0');
  expect(printed(`require(process.env.LIBRARY).Gotchas.all(); console.log(${loaded})`)).toBe('0');
});

test('a task before deployments ships the code of its function, and the rule pack finds what is wrong', () => {
  const out = printed(`
    const { App, Stack } = require('aws-cdk-lib/core');
    const ec2 = require('aws-cdk-lib/aws-ec2');
    const ecs = require('aws-cdk-lib/aws-ecs');
    const fs = require('node:fs');
    const { EcsGuardrails, FargateWorkerService, OneOffTask, PreDeployTask } = require(process.env.LIBRARY);
    const app = new App({ outdir: 'cdk.out' });
    const stack = new Stack(app, 'Shop');
    const cluster = new ecs.Cluster(stack, 'Cluster', { vpc: new ec2.Vpc(stack, 'Vpc') });
    const image = ecs.ContainerImage.fromRegistry('public.ecr.aws/nginx/nginx:1.29');
    const service = new FargateWorkerService(stack, 'Worker', { cluster, image });
    new PreDeployTask(stack, 'Migrate', { service, task: new OneOffTask(stack, 'Migration', { cluster, image }) });
    new ecs.CfnTaskDefinition(stack, 'ByHand', { requiresCompatibilities: ['FARGATE'], networkMode: 'awsvpc', cpu: '256', memory: '300' });
    const found = [];
    const validate = EcsGuardrails.prototype.validate;
    EcsGuardrails.prototype.validate = function (context) {
      const report = validate.call(this, context);
      found.push(...report.violations.map(({ ruleName }) => ruleName));
      return { success: true, violations: [] };
    };
    EcsGuardrails.applyTo(app);
    const { directory } = app.synth();
    const assets = fs.readdirSync(directory).filter((file) => file.startsWith('asset.'));
    console.log(JSON.stringify({ found, code: assets.map((asset) => fs.readdirSync(directory + '/' + asset)) }));
  `);
  const { found, code } = JSON.parse(out) as { readonly found: readonly string[]; readonly code: readonly string[][] };
  expect(found).toContain('td-fargate-size-pair');
  expect(code).toEqual([expect.arrayContaining(['index.js', 'tasks.js', 'verdict.js'])]);
});

test('an error of a construct names the props of the construct', () => {
  expect(printed(`
    const { App, Stack } = require('aws-cdk-lib/core');
    const ec2 = require('aws-cdk-lib/aws-ec2');
    const ecs = require('aws-cdk-lib/aws-ecs');
    const { EcsGuardrails, FargateWorkerService } = require(process.env.LIBRARY);
    const app = new App();
    const stack = new Stack(app, 'Shop');
    const cluster = new ecs.Cluster(stack, 'Cluster', { vpc: new ec2.Vpc(stack, 'Vpc') });
    const { taskDefinition } = new FargateWorkerService(stack, 'Worker', { cluster, image: ecs.ContainerImage.fromRegistry('public.ecr.aws/nginx/nginx:1.29') });
    taskDefinition.node.defaultChild.addPropertyOverride('Cpu', '300');
    const validate = EcsGuardrails.prototype.validate;
    EcsGuardrails.prototype.validate = function (context) {
      const { violations } = validate.call(this, context);
      console.log(violations.filter(({ severity }) => severity === 'error').map(({ description }) => description).join());
      return { success: true, violations: [] };
    };
    EcsGuardrails.applyTo(app);
    app.synth();
  `)).toMatch(/^size\.cpu \(300\) /);
});

test('a module with state is in one bundle alone', () => {
  const bundles = ['constructs', 'report', 'catalogue'].map((name) => readFileSync(join(PACKAGE, `lib/bundled/${name}.js`), 'utf8'));
  const stateful = bundles.flatMap((bundle) => bundle.split(/^\/\/ (?=(?:src|lib)\/)/m).slice(1)
    .filter((module) => /= (?:\/\* @__PURE__ \*\/ )?new Weak(?:Map|Set)\(\)/.test(module))
    .map((module) => module.slice(4, module.search(/\.[jt]s$/m))));
  expect(stateful).toEqual(expect.arrayContaining(['rules/report', 'rules/self-check']));
  expect(stateful).toEqual([...new Set(stateful)]);
});
