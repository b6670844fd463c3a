import { Validations } from 'aws-cdk-lib/core';
import { failureOf, reportsOf, testApp, testStack } from './report-of';
import { withHostVolume } from './small-findings';
import { EcsGuardrails } from '../../src/rules/ecs-guardrails';

process.env.CDK_VALIDATION = 'false';

/** Warnings of the pack on an app with acknowledgements, on the path that has them. */
function reported(ids: readonly string[], on: 'stack' | 'app' = 'stack'): readonly string[] {
  const app = testApp();
  EcsGuardrails.applyTo(app, { areas: ['sto'] });
  const stack = testStack(app);
  withHostVolume(stack).addPropertyOverride('Volumes', []);
  for (const id of ids) Validations.of(on === 'stack' ? stack : app).acknowledge({ id, reason: 'known' });
  expect(failureOf(app)).toBeUndefined();
  return reportsOf(app).flatMap(({ violations }) => violations)
    .map(({ severity, ruleName, description, suggestedFix }) => `${severity} ${ruleName}: ${description}; ${suggestedFix}`);
}

const WARNING = 'warning unknown-acknowledgement: ';

test('an acknowledgement with an id that is spelled wrong is a warning', () => {
  expect(reported(['EcsGuardrails::ops-no-container-insight'])).toEqual([
    `${WARNING}acknowledgement (EcsGuardrails::ops-no-container-insight) is of no gotcha, so it accepts nothing; did you mean EcsGuardrails::ops-no-container-insights?`,
  ]);
});

test('one that is like no id names none', () => {
  expect(reported(['EcsGuardrails::foo'], 'app')).toEqual([
    `${WARNING}acknowledgement (EcsGuardrails::foo) is of no gotcha, so it accepts nothing; remove it: ecs-guardrails gotchas lists all ids`,
  ]);
});

test('ids of the catalogue, of warnings at construction and of other packs are none', () => {
  expect(reported(['EcsGuardrails::dpl-no-quota', 'EcsGuardrails::log-none', 'EcsGuardrails::shared-load-balancer-rules', 'AwsSolutions::ELB2'])).toEqual([]);
});

test('it is reported once where the pack is applied twice, and not where it is applied to another part', () => {
  const app = testApp();
  const [stack, other] = [testStack(app), testStack(app, 'Other')];
  EcsGuardrails.applyTo(stack, { areas: ['sto'] });
  EcsGuardrails.applyTo(other, { areas: ['sto'] });
  EcsGuardrails.applyTo(stack, { areas: ['sto'] });
  for (const one of [stack, other]) withHostVolume(one).addPropertyOverride('Volumes', []);
  Validations.of(stack).acknowledge({ id: 'EcsGuardrails::sto-fargate', reason: 'known' });
  expect(reportsOf(app).flatMap(({ violations }) => violations).map(({ suggestedFix }) => suggestedFix)).toEqual([
    expect.stringMatching(/^did you mean EcsGuardrails::sto-fargate-volume-kinds/),
  ]);
});
