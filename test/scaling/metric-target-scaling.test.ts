import { Template } from 'aws-cdk-lib/assertions';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import { POLICY, scalingIn, worker } from './scaled';
import { MetricTargetScaling, type MetricTargetScalingProps } from '../../src';
import { refusalOf } from '../support/refusals';
import { templateWithoutTokens, testStack, tokens } from '../support/stacks';

const metric = (metricName: string, props: Partial<cloudwatch.MetricProps> = {}) =>
  new cloudwatch.Metric({ namespace: 'Shop', metricName, dimensionsMap: { Service: 'web' }, statistic: 'Average', ...props });
const math = (expression: string, usingMetrics: Record<string, cloudwatch.IMetric>) => new cloudwatch.MathExpression({ expression, usingMetrics });

function queriesOf(metricPerTask: cloudwatch.IMetric): ReadonlyArray<Record<string, unknown>> {
  const stack = testStack();
  new MetricTargetScaling(stack, 'Scaling', { service: worker(stack), metricPerTask, targetValue: 5 });
  const [{ Properties }] = Object.values(Template.fromStack(stack).findResources(POLICY));
  return Properties.TargetTrackingScalingPolicyConfiguration.CustomizedMetricSpecification.Metrics;
}

test('a metric of your own synthesizes its recorded template', () => {
  const stack = testStack();
  const { policy, scalableTarget } = new MetricTargetScaling(stack, 'Scaling', {
    service: worker(stack), metricPerTask: metric('ConnectionsPerTask', { unit: cloudwatch.Unit.COUNT }), targetValue: 12.5,
  });
  expect(scalingIn(stack)).toMatchSnapshot();
  expect(stack.resolve(policy.scalingTargetId)).toEqual(stack.resolve(scalableTarget.ref));
});

test('metric math is written with what it uses, and tracked itself', () => {
  const queries = queriesOf(math('all / tasks', { all: math('a + b', { a: metric('A'), b: metric('B') }), tasks: metric('Tasks') }));
  expect(queries.map(({ Id, Expression, ReturnData }) => [Id, Expression, ReturnData])).toEqual([
    ['a', undefined, false], ['b', undefined, false], ['all', 'a + b', false], ['tasks', undefined, false], ['tracked', 'all / tasks', true],
  ]);
});

test('one metric in two places is written once', () => {
  expect(queriesOf(math('x / y', { x: math('a + 1', { a: metric('A') }), y: math('a + 2', { a: metric('A') }) })).map(({ Id }) => Id)).toEqual(['a', 'x', 'y', 'tracked']);
});

test.each<[string, Partial<MetricTargetScalingProps>, string]>([
  ['a target of 0', { targetValue: 0 }, 'targetValue is 0, it must be a number above 0'],
  ['no number', { targetValue: NaN }, 'targetValue is NaN'],
  ['a metric of another account', { metricPerTask: metric('A', { account: '111122223333' }) }, 'metricPerTask (A) is of another account or region'],
  ['eleven metrics', {
    metricPerTask: math('SUM(METRICS())', Object.fromEntries(Array.from({ length: 11 }, (_, index) => [`m${index}`, metric(`M${index}`)]))),
  }, 'metricPerTask has 11 metrics, metric math takes 10'],
  ['a range upside down', { minCapacity: 5, maxCapacity: 2 }, 'minCapacity is 5, more than maxCapacity, which is 2'],
])('fails for %s', (_, props, words) => {
  const stack = testStack();
  const service = worker(stack);
  const make = () => refusalOf(stack, 'Scaling', (scope, id) => new MetricTargetScaling(scope, id, { service, metricPerTask: metric('A'), targetValue: 1, ...props }));
  expect(make()).toContain(words);
});

test('tokens pass', () => {
  const stack = testStack();
  const { number, text } = tokens(stack);
  new MetricTargetScaling(stack, 'Scaling', { service: worker(stack), metricPerTask: metric(text), targetValue: number });
  templateWithoutTokens(stack).hasResourceProperties(POLICY, { TargetTrackingScalingPolicyConfiguration: { TargetValue: { Ref: 'Number' } } });
});

test('the id of a metric that is the usual one of the whole is kept', () => {
  const queries = queriesOf(math('tracked / n', { tracked: metric('Jobs'), n: metric('Tasks') }));
  expect(queries.map(({ Id, Expression, ReturnData }) => [Id, Expression, ReturnData])).toEqual([
    ['tracked', undefined, false], ['n', undefined, false], ['tracked_', 'tracked / n', true],
  ]);
});
