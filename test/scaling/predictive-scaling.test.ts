import { Template } from 'aws-cdk-lib/assertions';
import { Duration } from 'aws-cdk-lib/core';
import { POLICY, scalingIn, web, worker } from './scaled';
import { CpuTargetScaling, Deployment, MaxCapacityBreach, PredictiveMetric, PredictiveMode, PredictiveScaling } from '../../src';
import { messageOf, refusalOf } from '../support/refusals';
import { templateWithoutTokens, testStack, tokens } from '../support/stacks';

function hasSpecification(template: Template, specification: object) {
  template.hasResourceProperties(POLICY, { PredictiveScalingPolicyConfiguration: { MetricSpecifications: [specification] } });
}

test('a forecast synthesizes its recorded template', () => {
  const stack = testStack();
  new PredictiveScaling(stack, 'Forecast', { service: worker(stack), metric: PredictiveMetric.cpu(60) });
  expect(scalingIn(stack)).toMatchSnapshot();
});

test('a policy is what the props set', () => {
  const stack = testStack();
  const service = worker(stack);
  new PredictiveScaling(stack, 'Forecast', {
    service,
    metric: PredictiveMetric.memory(80),
    mode: PredictiveMode.FORECAST_AND_SCALE,
    schedulingBuffer: Duration.minutes(10),
    maxCapacityBreach: MaxCapacityBreach.increase(20),
  });
  new CpuTargetScaling(stack, 'Cpu', { service });
  Template.fromStack(stack).hasResourceProperties(POLICY, {
    PolicyType: 'PredictiveScaling',
    PredictiveScalingPolicyConfiguration: {
      Mode: 'ForecastAndScale',
      SchedulingBufferTime: 600,
      MaxCapacityBreachBehavior: 'IncreaseMaxCapacity',
      MaxCapacityBuffer: 20,
      MetricSpecifications: [{ TargetValue: 80, PredefinedMetricPairSpecification: { PredefinedMetricType: 'ECSServiceMemoryUtilization' } }],
    },
  });
});

test('requests are those of the target group', () => {
  const stack = testStack();
  new PredictiveScaling(stack, 'Forecast', { service: web(stack), metric: PredictiveMetric.requests(1000), maxCapacityBreach: MaxCapacityBreach.honor() });
  hasSpecification(Template.fromStack(stack), { TargetValue: 1000, PredefinedMetricPairSpecification: { PredefinedMetricType: 'ALBRequestCount' } });
});

test('requests to two target groups are summed, for the load and for what a task has of it', () => {
  const stack = testStack();
  new PredictiveScaling(stack, 'Forecast', { service: web(stack, Deployment.blueGreen()), metric: PredictiveMetric.requests(1000) });
  const template = Template.fromStack(stack);
  const [{ Properties }] = Object.values(template.findResources(POLICY));
  const [specification] = Properties.PredictiveScalingPolicyConfiguration.MetricSpecifications;
  interface Query { readonly MetricStat?: { readonly Metric: { readonly MetricName: string } }; readonly Expression?: string }
  const of = (name: string) => specification[name].MetricDataQueries
    .map(({ MetricStat, Expression }: Query) => Expression ?? MetricStat?.Metric.MetricName);
  expect(of('CustomizedLoadMetricSpecification')).toEqual(['RequestCount', 'RequestCount', 'requests1 + requests2']);
  expect(of('CustomizedScalingMetricSpecification')).toEqual(['RequestCountPerTarget', 'RequestCountPerTarget', 'requests1 + requests2']);
});

describe('FORECAST_AND_SCALE', () => {
  const forecast = (mode?: PredictiveMode) => {
    const stack = testStack();
    const service = worker(stack);
    new PredictiveScaling(stack, 'Forecast', { service, metric: PredictiveMetric.cpu(60), mode });
    return { stack, service };
  };

  test('fails alone', () => {
    const message = messageOf(() => Template.fromStack(forecast(PredictiveMode.FORECAST_AND_SCALE).stack));
    expect(message).toContain('mode (FORECAST_AND_SCALE) only adds tasks, and no other policy removes them [scl-predictive-alone]');
    expect(message).toContain('at:   Shop/Forecast (mode)');
  });

  test('is allowed beside a policy of the L2', () => {
    const { stack, service } = forecast(PredictiveMode.FORECAST_AND_SCALE);
    service.service.autoScaleTaskCount({ maxCapacity: 10 }).scaleOnCpuUtilization('Cpu', { targetUtilizationPercent: 60 });
    Template.fromStack(stack).resourceCountIs(POLICY, 2);
  });

  test('is not what a forecast alone is', () => {
    Template.fromStack(forecast().stack).resourceCountIs(POLICY, 1);
  });
});

test.each([
  [() => PredictiveMetric.cpu(0), 'metric is 0 percent, it must be a whole number from 1 to 100 percent'],
  [() => PredictiveMetric.memory(101), 'metric is 101 percent'],
  [() => PredictiveMetric.requests(0), 'metric is 0 requests'],
  [() => PredictiveMetric.requests(10), 'metric is of requests, and service (Shop/Worker) has no load balancer that counts them'],
])('fails for %p', (metric, words) => {
  const stack = testStack();
  const service = worker(stack);
  expect(refusalOf(stack, 'Forecast', (scope, id) => new PredictiveScaling(scope, id, { service, metric: metric() }))).toContain(words);
});

test('fails for a buffer above an hour, and one above 100 percent', () => {
  const stack = testStack();
  const service = worker(stack);
  const props = { service, metric: PredictiveMetric.cpu(60), schedulingBuffer: Duration.hours(2) };
  expect(refusalOf(stack, 'Forecast', (scope, id) => new PredictiveScaling(scope, id, props)))
    .toContain('schedulingBuffer is 7200 seconds, it must be a whole number from 0 to 3600 seconds');
  expect(messageOf(() => MaxCapacityBreach.increase(101))).toContain('bufferPercent is 101 percent');
});

test('tokens pass', () => {
  const stack = testStack();
  const { number } = tokens(stack);
  new PredictiveScaling(stack, 'Forecast', {
    service: worker(stack),
    metric: PredictiveMetric.cpu(number),
    schedulingBuffer: Duration.seconds(number),
    maxCapacityBreach: MaxCapacityBreach.increase(number),
  });
  hasSpecification(templateWithoutTokens(stack), { TargetValue: { Ref: 'Number' } });
});
