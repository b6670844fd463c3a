import type { CfnResource, Stack } from 'aws-cdk-lib/core';
import { parameter, resource, service } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

type Properties = Readonly<Record<string, unknown>>;

const CPU = predefined('ECSServiceAverageCPUUtilization');
const REQUESTS = predefined('ALBRequestCountPerTarget');
const QUEUE = { CustomizedMetricSpecification: { MetricName: 'BacklogPerTask', Namespace: 'Shop', Statistic: 'Average' } };

function predefined(metric: string): Properties {
  return { PredefinedMetricSpecification: { PredefinedMetricType: metric } };
}

function scaled(stack: Stack, minCapacity: unknown, metrics: readonly Properties[], target: Properties = {}): CfnResource {
  const scalable = resource(stack, 'Target', 'AWS::ApplicationAutoScaling::ScalableTarget', {
    ServiceNamespace: 'ecs',
    ResourceId: `service/shop/${service(stack).getAtt('Name').toString()}`,
    MinCapacity: minCapacity,
    MaxCapacity: 10,
    ...target,
  });
  metrics.forEach((metric, index) => resource(stack, `Policy${index}`, 'AWS::ApplicationAutoScaling::ScalingPolicy', {
    PolicyName: `policy-${index}`,
    PolicyType: 'TargetTrackingScaling',
    ScalingTargetId: scalable.ref,
    TargetTrackingScalingPolicyConfiguration: { TargetValue: 60, ...metric },
  }));
  return scalable;
}

export const cases: readonly GotchaCase[] = [
  { name: 'it scales on CPU from none', caught: true, app: (stack) => void scaled(stack, 0, [CPU]) },
  { name: 'it scales on CPU and requests from none', caught: true, app: (stack) => void scaled(stack, 0, [CPU, REQUESTS]) },
  {
    name: 'it scales on CPU every 20 seconds from none',
    caught: true,
    app: (stack) => void scaled(stack, 0, [predefined('ECSServiceAverageCPUUtilizationHighResolution')]),
  },
  { name: 'one task is always left', caught: false, app: (stack) => void scaled(stack, 1, [CPU]) },
  { name: 'a queue brings it back', caught: false, app: (stack) => void scaled(stack, 0, [CPU, QUEUE]) },
  { name: 'nothing scales it yet', caught: false, app: (stack) => void scaled(stack, 0, []) },
  {
    name: 'a schedule brings it back',
    caught: false,
    app: (stack) => void scaled(stack, 0, [CPU], { ScheduledActions: [{ ScheduledActionName: 'morning', Schedule: 'cron(0 7 * * ? *)' }] }),
  },
  {
    name: 'an alarm brings it back',
    caught: false,
    app: (stack) => {
      const target = scaled(stack, 0, [CPU]);
      resource(stack, 'Steps', 'AWS::ApplicationAutoScaling::ScalingPolicy', {
        PolicyName: 'steps', PolicyType: 'StepScaling', ScalingTargetId: target.ref,
      });
    },
  },
  { name: 'a parameter decides the minimum', caught: false, notChecked: true, app: (stack) => void scaled(stack, parameter(stack), [CPU]) },
  { name: 'a parameter decides the metric', caught: false, notChecked: true, app: (stack) => void scaled(stack, 0, [predefined(parameter(stack))]) },
];
