import * as fc from 'fast-check';
import { RUNS, SEED } from './support/runs';
import { validTemplate, type TemplateJson } from './support/template-base';
import { BREAKAGES } from './support/template-breakages';
import { mutated, mutations } from './support/template-mutations';
import { Parts } from './support/template-parts';
import { rewritings } from './support/template-rewritings';
import { catalogue } from '../../src/gotchas/catalogue.generated';
import { hasCheck, severityOfFinding } from '../../src/gotchas/definition';
import { examine } from '../../src/examination/examine';
import { readSubjects } from '../../src/readers/subjects';

process.env.CDK_VALIDATION = 'false';

const VALID = validTemplate();
const IN_TEMPLATES = catalogue.filter(hasCheck).filter(({ levels }) => levels.includes('synth'));

/** Texts in a message that was built from a missing value. */
const UNCLEAR = /undefined|\[object|NaN|\u0000/;

/** A CIDR block that is none has no number of addresses. */

/** The ids that the pack names for a template. */
function idsIn(body: unknown): readonly string[] {
  return [...new Set(examinations(body).flatMap(({ gotcha, outcome }) => outcome.findings.map(() => gotcha.id)))].sort();
}

function examinations(body: unknown) {
  return [...examine(readSubjects([{ id: 'shop', stackName: 'Shop', account: '111122223333', region: 'eu-west-1', body }]), IN_TEMPLATES)];
}

/** The valid template with one rule broken. */
function broken(apply: (parts: Parts) => void): TemplateJson {
  const template = structuredClone(VALID);
  apply(new Parts(template));
  return template;
}

describe('a valid template', () => {
  test('has no error', () => {
    const errors = examinations(VALID).flatMap(({ gotcha, outcome }) => outcome.findings
      .filter((finding) => severityOfFinding(gotcha, finding) === 'error').map(({ detail }) => `${gotcha.id}: ${detail}`));
    expect(errors).toEqual([]);
  });

  test('has the same findings in whatever words', () => {
    const expected = idsIn(VALID);
    fc.assert(fc.property(rewritings, (rewrite) => expect(idsIn(rewrite(VALID))).toEqual(expected)), { numRuns: Math.ceil(RUNS / 10), seed: SEED });
  });
});

describe('a template with changes at random', () => {
  test('makes no reader and no check crash, and has a clear message for each', () => {
    fc.assert(fc.property(mutations, (changes) => {
      for (const { outcome } of examinations(mutated(VALID, changes))) {
        for (const { detail } of outcome.findings) expect(detail).not.toMatch(UNCLEAR);
        for (const reason of outcome.notChecked) expect(reason).toMatch(/\w+ \w+/);
      }
    }), { numRuns: RUNS, seed: SEED });
  });
});

describe('a broken rule', () => {
  const unbroken = idsIn(VALID);

  test.each(BREAKAGES)('%s is named: %s', (id, _change, apply) => {
    expect(unbroken).not.toContain(id);
    expect(idsIn(broken(apply))).toContain(id);
  });

  test('is named in whatever words', () => {
    fc.assert(fc.property(fc.constantFrom(...BREAKAGES), rewritings, ([id, , apply], rewrite) => {
      expect(idsIn(rewrite(broken(apply)))).toContain(id);
    }), { numRuns: Math.ceil(RUNS / 4), seed: SEED });
  });
});

describe('a template out of the ordinary', () => {
  const task = { Type: 'AWS::ECS::TaskDefinition', Properties: { Family: 'shop', ContainerDefinitions: [{ Name: 'app', Image: 'shop:1', Memory: 512 }] } };

  /** Far above the usual time, far below the patience of a user. */
  const SECONDS = 30;

  function reasonsIn(body: unknown): readonly string[] {
    return examinations(body).flatMap(({ outcome }) => outcome.notChecked);
  }

  test('is not checked where references go round in a circle', () => {
    const Cpu = { 'Fn::ImportValue': 'loop' };
    for (const Value of [Cpu, { 'Fn::Join': ['', Array.from({ length: 20 }, () => Cpu)] }]) {
      const body = { Resources: { Task: { ...task, Properties: { ...task.Properties, Cpu } } }, Outputs: { Loop: { Value, Export: { Name: 'loop' } } } };
      expect(reasonsIn(body)).toContain('references go round in a circle');
    }
  });

  test('is not checked where conditions go round in a circle', () => {
    const Cpu = { 'Fn::If': ['A', '256', '512'] };
    for (const B of [{ 'Fn::Not': [{ Condition: 'A' }] }, { 'Fn::And': Array.from({ length: 20 }, () => ({ Condition: 'A' })) }]) {
      const Conditions = { A: { 'Fn::Not': [{ Condition: 'B' }] }, B };
      expect(reasonsIn({ Conditions, Resources: { Task: { ...task, Properties: { ...task.Properties, Cpu } } } })).toContain('condition A decides it');
    }
  });

  test('is not checked where conditions are in thousands of others', () => {
    const A = Array.from({ length: 20_000 }).reduce((inner) => ({ 'Fn::Not': [inner] }), { 'Fn::Equals': ['a', 'a'] });
    const Cpu = { 'Fn::If': ['A', '256', '512'] };
    expect(reasonsIn({ Conditions: { A }, Resources: { Task: { ...task, Properties: { ...task.Properties, Cpu } } } })).toContain('condition A decides it');
  });

  test('is checked although resources wait for each other', () => {
    const Resources = { A: { ...task, DependsOn: ['B'] }, B: { ...task, DependsOn: ['A'], Properties: { TaskRoleArn: { 'Fn::GetAtt': ['B', 'Arn'] } } } };
    expect(() => idsIn({ Resources })).not.toThrow();
  });

  test('is checked in seconds when it is a megabyte of resources', () => {
    const Resources = Object.fromEntries(Array.from({ length: 3000 }, (_, n) => [
      [`Task${n}`, structuredClone(task)],
      [`Service${n}`, { Type: 'AWS::ECS::Service', Properties: { Cluster: 'shop', LaunchType: 'EC2', TaskDefinition: { Ref: `Task${n}` }, DesiredCount: 2 } }],
    ]).flat());
    expect(JSON.stringify(Resources).length).toBeGreaterThan(700_000);
    expect(secondsFor({ Resources })).toBeLessThan(SECONDS);
  });

  test('is checked in seconds when it is a megabyte of text', () => {
    const texts = ['a@'.repeat(500_000), `postgres://${':'.repeat(500_000)}`, ' '.repeat(500_000), '${'.repeat(500_000)];
    const [container] = task.Properties.ContainerDefinitions;
    const containers = texts.map((text, n) => ({
      ...container, Name: `app${n}`, Image: text, Command: ['sh', '-c', text], Environment: [{ Name: 'URL', Value: text }],
    }));
    const substituted = { ...container, Name: 'sub', Image: { 'Fn::Sub': '${'.repeat(500_000) } };
    const collectors = ['\n'.repeat(500_000), `service:\nexporters: {${'a'.repeat(500_000)}`].map((Value, n) => ({
      ...container, Name: `otel${n}`, Image: 'public.ecr.aws/aws-observability/aws-otel-collector:v0.43.0', Environment: [{ Name: 'AOT_CONFIG_CONTENT', Value }],
    }));
    const server = { ...container, Name: 'server', Command: ['gunicorn '.repeat(60_000)] };
    const ContainerDefinitions = [...containers, substituted, ...collectors, server];
    expect(secondsFor({ Resources: { Task: { ...task, Properties: { ContainerDefinitions } } } })).toBeLessThan(SECONDS);
  });

  function secondsFor(body: unknown): number {
    const start = process.hrtime.bigint();
    idsIn(body);
    return Number(process.hrtime.bigint() - start) / 1e9;
  }
});
