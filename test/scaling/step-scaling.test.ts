import { Template } from 'aws-cdk-lib/assertions';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import { Duration } from 'aws-cdk-lib/core';
import { ALARM, POLICY, scalingIn, worker } from './scaled';
import { StepScaling, type ScalingStep, type StepScalingProps } from '../../src';
import { refusalOf } from '../support/refusals';
import { templateWithoutTokens, testStack, tokens } from '../support/stacks';

const METRIC = new cloudwatch.Metric({ namespace: 'Shop', metricName: 'Jobs', statistic: 'Maximum' });
const STEPS: ScalingStep[] = [{ lower: 100, upper: 500, change: 1 }, { lower: 500, change: 4 }, { upper: 20, change: -1 }];

const MANY: ScalingStep[] = [
  { upper: 0, change: -1 },
  ...Array.from({ length: 20 }, (_, lower) => ({ lower, upper: lower + 1, change: 1 })),
  { lower: 20, change: 1 },
];

test('steps in both directions synthesize its recorded template', () => {
  const stack = testStack();
  const scaling = new StepScaling(stack, 'Steps', { service: worker(stack), metric: METRIC, steps: STEPS });
  expect(scalingIn(stack)).toMatchSnapshot();
  expect([scaling.policy, scaling.scaleInPolicy!].map(({ node }) => node.id)).toEqual(['Policy', 'ScaleInPolicy']);
  expect([scaling.alarm.node.id, scaling.scaleInAlarm!.node.id]).toEqual(['Alarm', 'ScaleInAlarm']);
});

test('a policy is what the props set', () => {
  const stack = testStack();
  new StepScaling(stack, 'Steps', {
    service: worker(stack),
    metric: new cloudwatch.MathExpression({ expression: 'a + b', usingMetrics: { a: METRIC, b: new cloudwatch.Metric({ namespace: 'Shop', metricName: 'Other' }) } }),
    steps: [{ lower: 10, change: 50 }],
    disableScaleIn: true,
    changeInPercent: true,
    minAdjustmentMagnitude: 2,
    period: Duration.minutes(2),
    scaleOutPeriods: 5,
    scaleOutCooldown: Duration.minutes(4),
    minCapacity: 1,
  });
  const template = Template.fromStack(stack);
  template.resourceCountIs(POLICY, 1);
  template.hasResourceProperties(POLICY, {
    StepScalingPolicyConfiguration: {
      AdjustmentType: 'PercentChangeInCapacity',
      Cooldown: 240,
      MinAdjustmentMagnitude: 2,
      StepAdjustments: [{ MetricIntervalLowerBound: 0, ScalingAdjustment: 50 }],
    },
  });
  template.hasResourceProperties(ALARM, { EvaluationPeriods: 5, Threshold: 10, ComparisonOperator: 'GreaterThanOrEqualToThreshold' });
  const [{ Properties }] = Object.values(template.findResources(ALARM));
  expect(Properties.Metrics.flatMap(({ MetricStat }: { MetricStat?: { Period: number } }) => MetricStat?.Period ?? [])).toEqual([120, 120]);
});

test.each([
  ['a metric', METRIC],
  ['metric math', new cloudwatch.MathExpression({ expression: 'waiting / 2', usingMetrics: { waiting: METRIC } })],
])('20 seconds and a token are the period of an alarm on %s', (_, metric) => {
  const stack = testStack();
  const { number } = tokens(stack);
  const service = worker(stack);
  for (const [id, period] of [['Fast', Duration.seconds(20)], ['Token', Duration.seconds(number)]] as const) {
    new StepScaling(stack, id, { service, metric, steps: [{ lower: 10, change: 1 }], disableScaleIn: true, period });
  }
  interface Query { readonly MetricStat?: { readonly Period: unknown } }
  interface Periods { readonly Period?: unknown; readonly Metrics?: readonly Query[] }
  const alarms = Object.values(templateWithoutTokens(stack).findResources(ALARM)).map(({ Properties }): Periods => Properties);
  const periods = alarms.map(({ Period: period, Metrics: queries = [] }) =>
    [period, ...queries.map(({ MetricStat }) => MetricStat?.Period)].filter((found) => found !== undefined));
  expect(periods).toContainEqual([20]);
  expect(periods).toContainEqual([{ Ref: 'Number' }]);
});

test.each<[string, Partial<StepScalingProps>, string]>([
  ['no steps', { steps: [] }, 'steps (none that adds tasks) only remove tasks'],
  ['steps that overlap', { steps: [{ lower: 100, upper: 500, change: 1 }, { lower: 400, change: 2 }] }, 'steps overlap from 400 to 500'],
  ['steps with a gap', { steps: [{ upper: 20, change: -1 }, { lower: 100, upper: 200, change: 1 }, { lower: 300, change: 2 }] }, 'steps leave a gap from 200 to 300'],
  ['steps that only add', { steps: [{ lower: 100, change: 1 }] }, 'steps (none that removes tasks) only add tasks'],
  ['steps that only take away', { steps: [{ upper: 100, change: -1 }] }, 'steps (none that adds tasks) only remove tasks'],
  ['steps that take away, and disableScaleIn', { disableScaleIn: true }, 'steps (1 that remove tasks) contradict disableScaleIn'],
  ['the wrong way round', { steps: [{ upper: 20, change: 1 }, { lower: 100, change: -1 }] }, 'steps add tasks below 100 and remove them above'],
  ['an end at the top', { steps: [{ lower: 100, upper: 500, change: 1 }, { upper: 20, change: -1 }] }, 'steps end at 500, where the need is greatest'],
  ['an end at the bottom', { steps: [{ lower: 100, change: 1 }, { lower: 10, upper: 20, change: -1 }] }, 'steps begin at 10, where the need is least'],
  ['a step without ends', { steps: [{ change: 1 }], disableScaleIn: true }, 'steps (one without ends) hold at every value'],
  ['a step of nothing', { steps: [{ lower: 1, change: 0 }] }, 'steps[0] has a change of 0'],
  ['half a task', { steps: [{ lower: 1, change: 0.5 }] }, 'steps[0] has a change of 0.5, it must be a whole number other than 0'],
  ['bounds in the wrong order', { steps: [{ lower: 5, upper: 2, change: 1 }] }, 'steps[0] is from 5 to 2, lower must be below upper'],
  ['no number', { steps: [{ lower: NaN, change: 1 }] }, 'steps[0] is from NaN'],
  ['21 steps', { steps: MANY }, 'steps has 21 in one direction, a policy takes 20'],
  ['a period of 90 seconds', { period: Duration.seconds(90) }, 'period is 90 seconds, it must be 10, 20, 30 or a multiple of 60 seconds'],
  ['no periods', { scaleOutPeriods: 0 }, 'scaleOutPeriods is 0 periods'],
  ['more than a day', { scaleInPeriods: 1441 }, 'scaleInPeriods is 1441 periods, it must be a whole number from 1 to 1440 periods'],
  ['half a second', { scaleInCooldown: Duration.millis(500) }, 'scaleInCooldown is 0.5 seconds'],
  ['a magnitude without percent', { minAdjustmentMagnitude: 2 }, 'minAdjustmentMagnitude (2) is for changes in percent'],
  ['a range upside down', { minCapacity: 5, maxCapacity: 2 }, 'minCapacity is 5, more than maxCapacity, which is 2'],
])('fails for %s', (_, props, words) => {
  const stack = testStack();
  const service = worker(stack);
  expect(refusalOf(stack, 'Steps', (scope, id) => new StepScaling(scope, id, { service, metric: METRIC, steps: STEPS, ...props }))).toContain(words);
});

test('fails for tokens, which cannot be sorted', () => {
  const stack = testStack();
  const { number } = tokens(stack);
  const service = worker(stack);
  for (const step of [{ lower: number, change: 1 }, { upper: number, change: -1 }, { lower: 1, change: number }]) {
    expect(refusalOf(stack, 'Steps', (scope, id) => new StepScaling(scope, id, { service, metric: METRIC, steps: [step] }))).toContain('steps[0] has a token');
  }
  const minutes = { service, metric: METRIC, steps: STEPS, period: Duration.minutes(number) };
  expect(refusalOf(stack, 'Steps', (scope, id) => new StepScaling(scope, id, minutes))).toContain('period is a token of minutes');
});
