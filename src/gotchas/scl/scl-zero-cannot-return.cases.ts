import type { CfnResource, Stack } from 'aws-cdk-lib/core';
import { tracking } from './scaled-service.cases';
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

const OWN_CPU = { Namespace: 'AWS/ECS', MetricName: 'CPUUtilization', Statistic: 'Average', Dimensions: [{ Name: 'ServiceName', Value: 'web' }] };
const MESSAGES = { Namespace: 'AWS/SQS', MetricName: 'ApproximateNumberOfMessagesVisible', Statistic: 'Sum' };

function backlog(expression: string): Properties {
  const metric = (Id: string, Namespace: string, MetricName: string) => ({ Id, ReturnData: false, MetricStat: { Metric: { Namespace, MetricName }, Stat: 'Sum' } });
  return {
    CustomizedMetricSpecification: {
      Metrics: [
        metric('messages', 'AWS/SQS', MESSAGES.MetricName),
        metric('tasks', 'ECS/ContainerInsights', 'RunningTaskCount'),
        { Id: 'backlog', Expression: expression, ReturnData: true },
      ],
    },
  };
}

/** Steps that an alarm on the messages of a queue runs. */
function stepped(stack: Stack, Threshold: unknown, configuration: Properties = {}, ComparisonOperator = 'GreaterThanThreshold'): CfnResource {
  const target = scaled(stack, 0, []);
  const policy = resource(stack, 'Steps', 'AWS::ApplicationAutoScaling::ScalingPolicy', {
    PolicyName: 'steps',
    PolicyType: 'StepScaling',
    ScalingTargetId: target.ref,
    StepScalingPolicyConfiguration: {
      AdjustmentType: 'ChangeInCapacity', StepAdjustments: [{ MetricIntervalLowerBound: 0, ScalingAdjustment: 1 }], ...configuration,
    },
  });
  resource(stack, 'Alarm', 'AWS::CloudWatch::Alarm', { ...MESSAGES, Threshold, ComparisonOperator, EvaluationPeriods: 1, AlarmActions: [policy.ref] });
  return target;
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
  { name: 'CPU by its own name is all it scales on', caught: true, app: (stack) => void scaled(stack, 0, [{ CustomizedMetricSpecification: OWN_CPU }]) },
  { name: 'messages are divided by tasks', caught: true, app: (stack) => void scaled(stack, 0, [backlog('messages / tasks')]) },
  { name: 'messages are divided by tasks, or by one', caught: false, app: (stack) => void scaled(stack, 0, [backlog('messages / FILL(tasks, 1)')]) },
  { name: 'steps in percent', caught: true, app: (stack) => void stepped(stack, 0, { AdjustmentType: 'PercentChangeInCapacity' }) },
  { name: 'steps that only remove tasks', caught: true, app: (stack) => void stepped(stack, 0, { StepAdjustments: [{ MetricIntervalUpperBound: 0, ScalingAdjustment: -1 }] }) },
  { name: 'steps in percent of one task at least', caught: false, app: (stack) => void stepped(stack, 0, { AdjustmentType: 'PercentChangeInCapacity', MinAdjustmentMagnitude: 1 }) },
  { name: 'an alarm at the first message', caught: false, app: (stack) => void stepped(stack, 0) },
  { name: 'an alarm at the second message', caught: true, consequence: 'misbehaves', app: (stack) => void stepped(stack, 1) },
  { name: 'an alarm from the tenth message on', caught: true, consequence: 'misbehaves', app: (stack) => void stepped(stack, 10, {}, 'GreaterThanOrEqualToThreshold') },
  { name: 'ten messages are tracked', caught: true, consequence: 'misbehaves', app: (stack) => void scaled(stack, 0, [{ CustomizedMetricSpecification: MESSAGES }]) },
  {
    name: 'an alarm at the second message, and a queue of its own',
    caught: false,
    app: (stack) => {
      const target = stepped(stack, 1);
      tracking(stack, target, QUEUE, 'Other');
    },
  },
  {
    name: 'a parameter decides the threshold',
    caught: false,
    notChecked: true,
    app: (stack) => void stepped(stack, parameter(stack, 'Given', 'Number')),
  },
  { name: 'a parameter decides the minimum', caught: false, notChecked: true, app: (stack) => void scaled(stack, parameter(stack), [CPU]) },
  { name: 'a parameter decides the metric', caught: false, notChecked: true, app: (stack) => void scaled(stack, 0, [predefined(parameter(stack))]) },
];
