import { join } from 'node:path';
import { go, isGoInstalled } from './support/go';
import { java } from './support/java';
import { APPS, BUILD, type Language, type Ran, ROOT, run, templateOf } from './support/language';
import { python } from './support/python';
import { typescript } from './support/typescript';

const CDK = join(ROOT, 'node_modules/.bin/cdk');
const templates = new Map<string, string>();
const others: readonly Language[] = [python, java, ...isGoInstalled() ? [go] : []];
if (!others.includes(go)) console.warn('Go is not tested: there is no go on the PATH.');

beforeAll(() => {
  typescript.prepare();
  for (const app of APPS) templates.set(app, templateOf(typescript, app));
});

describe.each(others)('$name', (language) => {
  beforeAll(() => language.prepare());

  test.each(APPS)('%s synthesizes the template of TypeScript', (app) => {
    expect(templateOf(language, app)).toBe(templates.get(app));
  });
});

/** Runs the app that is wrong as users do, with the command line of the CDK: in other languages than TypeScript, only that ends in failure. */
function synthesizeBroken(language: Language, how: string): Ran {
  const app = [...language.command('broken'), how].join(' ');
  return run([CDK, 'synth', '--quiet', '--no-notices', '--app', app, '--output', join(BUILD, 'out', 'broken')], { cwd: BUILD, env: { CDK_VALIDATION: undefined } });
}

describe.each([typescript, ...others])('$name', (language) => {
  test('what a construct refuses arrives whole', () => {
    const { status, output } = synthesizeBroken(language, 'refused');
    expect(status).not.toBe(0);
    expect(output).toMatch(/desiredCount .*whole number/);
    expect(output).toMatch(/^\s*at: {3}Shop\/Web \(desiredCount\)/m);
    expect(output).toMatch(/^\s*fix: {2}\S/m);
    expect(output).toMatch(/^\s*docs: https:\/\/docs\.aws\.amazon\.com\//m);
  });

  test('what the rule pack finds arrives with its id, its place and what to do', () => {
    const { status, output } = synthesizeBroken(language, 'found');
    expect(status).not.toBe(0);
    expect(output).toContain('EcsGuardrails::td-fargate-size-pair');
    expect(output).toContain('Shop/ByHand');
    expect(output).toContain('use cpu 256 with memoryLimitMiB 512');
  });
});
