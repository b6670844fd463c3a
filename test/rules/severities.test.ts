import { NestedStack, Validations } from 'aws-cdk-lib/core';
import { failureOf, findingsOf, reportsOf, testApp, testStack } from './report-of';
import { withHostVolume, withMovingTag } from './small-findings';
import { severityOf, strictSeverityOf } from '../../src/gotchas/consequence';
import { GotchaSeverity } from '../../src/gotchas/gotcha';
import { EcsGuardrails, type EcsGuardrailsProps } from '../../src/rules/ecs-guardrails';

process.env.CDK_VALIDATION = 'false';

const AREAS = ['dpl', 'sec', 'sto'];

/** Severity that is reported and severity of its own, of the one finding. */
function severitiesIn(options: EcsGuardrailsProps, build = withMovingTag): readonly string[] {
  const app = testApp();
  EcsGuardrails.applyTo(app, { areas: AREAS, ...options });
  build(testStack(app));
  return reportsOf(app).flatMap(({ violations }) => violations).flatMap(({ severity, ruleMetadata }) => [severity, ruleMetadata.severity]);
}

function failureWith(options: EcsGuardrailsProps, build = withMovingTag): string | undefined {
  const app = testApp();
  EcsGuardrails.applyTo(app, { areas: AREAS, ...options });
  build(testStack(app));
  return failureOf(app);
}

describe('strict', () => {
  test('makes an error of a risk, and reports it as one', () => {
    expect(severitiesIn({})).toEqual(['warning', 'warning']);
    expect(severitiesIn({ strict: true })).toEqual(['error', 'error']);
    expect(failureWith({ strict: true })).toContain('dpl-mutable-image-tag');
  });

  test('leaves what an id is set to', () => {
    expect(severitiesIn({ strict: true, severities: { 'dpl-mutable-image-tag': GotchaSeverity.INFO } })).toEqual(['info', 'info']);
  });

  test.each([
    ['rejected', 'error', 'error'], ['never-works', 'error', 'error'],
    ['misbehaves', 'warning', 'error'], ['risk', 'warning', 'error'],
    ['cost', 'warning', 'warning'], ['worth-knowing', 'info', 'info'],
  ] as const)('a finding that is %s has severity %s, in strict mode %s', (consequence, severity, strict) => {
    expect([severityOf(consequence), strictSeverityOf(consequence)]).toEqual([severity, strict]);
  });
});

describe('failOn', () => {
  test('lets a warning fail, reports it as an error, and keeps its own severity', () => {
    expect(failureWith({ failOn: GotchaSeverity.WARNING })).toContain('dpl-mutable-image-tag');
    expect(severitiesIn({ failOn: GotchaSeverity.WARNING })).toEqual(['error', 'warning']);
  });

  test('lets everything fail from info on', () => {
    const severities = { 'dpl-mutable-image-tag': GotchaSeverity.INFO };
    expect(failureWith({ severities })).toBeUndefined();
    expect(failureWith({ severities, failOn: GotchaSeverity.WARNING })).toBeUndefined();
    expect(failureWith({ severities, failOn: GotchaSeverity.INFO })).toContain('dpl-mutable-image-tag');
  });

  test('fails for errors only by default', () => {
    expect(failureWith({})).toBeUndefined();
    expect(failureWith({}, withHostVolume)).toContain('sto-fargate-volume-kinds');
  });

  test('holds when another finding is acknowledged', () => {
    expect(failureWith({ failOn: GotchaSeverity.WARNING }, (stack) => {
      const task = withHostVolume(stack);
      Validations.of(task).acknowledge({ id: 'EcsGuardrails::sto-fargate-volume-kinds', reason: 'moved to EFS next week' });
      return withMovingTag(new NestedStack(stack as never, 'Nested'));
    })).toContain('dpl-mutable-image-tag');
  });

  test('takes acknowledgements of what it raised', () => {
    expect(failureWith({ failOn: GotchaSeverity.WARNING }, (stack) => {
      const task = withMovingTag(stack);
      Validations.of(task).acknowledge({ id: 'EcsGuardrails::dpl-mutable-image-tag', reason: 'a playground' });
      return task;
    })).toBeUndefined();
  });
});

describe('severities', () => {
  test('raise an id', () => {
    const severities = { 'dpl-mutable-image-tag': GotchaSeverity.ERROR };
    expect(failureWith({ severities })).toContain('dpl-mutable-image-tag');
    expect(severitiesIn({ severities })).toEqual(['error', 'error']);
  });

  test('lower an id', () => {
    const severities = { 'sto-fargate-volume-kinds': GotchaSeverity.WARNING };
    expect(failureWith({ severities }, withHostVolume)).toBeUndefined();
    expect(severitiesIn({ severities }, withHostVolume)).toEqual(['warning', 'warning']);
  });

  test('leave every other id alone', () => {
    const severities = { 'dpl-mutable-image-tag': GotchaSeverity.INFO };
    expect(severitiesIn({ severities }, withHostVolume)).toEqual(['error', 'error']);
  });

  test('are the same for a plugin that is added by hand', () => {
    const app = testApp();
    Validations.of(app).addPlugins(new EcsGuardrails({ areas: AREAS, severities: { 'sto-fargate-volume-kinds': GotchaSeverity.WARNING } }));
    withHostVolume(testStack(app));
    expect(failureOf(app)).toBeUndefined();
    expect(findingsOf(app)).toEqual(['Shop/Task: sto-fargate-volume-kinds']);
  });
});

describe('fails when', () => {
  test('an area is none of the catalogue', () => {
    expect(() => new EcsGuardrails({ areas: ['dlp'] })).toThrow(
      /^areas \(dlp\) names no area of the catalogue\n {2}at: {3}EcsGuardrails \(areas\)\n {2}fix: {2}take areas of .*dpl, .*td$/);
  });

  test('an id is none of the catalogue', () => {
    expect(() => new EcsGuardrails({ severities: { 'dpl-percent-deadlok': GotchaSeverity.WARNING } })).toThrow(
      /^severities \(dpl-percent-deadlok\) names no entry of the catalogue\n.*\n {2}fix: {2}did you mean dpl-percent-deadlock\b/);
  });

  test('an id has the prefix of an acknowledgement', () => {
    expect(() => new EcsGuardrails({ severities: { 'EcsGuardrails::dpl-percent-deadlock': GotchaSeverity.WARNING } }))
      .toThrow('did you mean dpl-percent-deadlock?');
  });

  test('a severity is none', () => {
    expect(() => new EcsGuardrails({ failOn: 'fatal' as never })).toThrow('failOn (fatal) is no severity');
    expect(() => new EcsGuardrails({ severities: { 'dpl-percent-deadlock': 'off' as never } })).toThrow('severities[dpl-percent-deadlock] (off) is no severity');
  });
});
