import type { CfnResource, Stack } from 'aws-cdk-lib/core';
import { consumer, queue } from './queue-app.cases';
import { parameter, resource } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

type Properties = Readonly<Record<string, unknown>>;

const PROTECTS = { Effect: 'Allow', Action: ['ecs:GetTaskProtection', 'ecs:UpdateTaskProtection'], Resource: '*' };

const TARGET_TRACKING = {
  PolicyType: 'TargetTrackingScaling',
  TargetTrackingScalingPolicyConfiguration: { TargetValue: 60, PredefinedMetricSpecification: { PredefinedMetricType: 'ECSServiceAverageCPUUtilization' } },
};

function scale(stack: Stack, target: Properties = {}, policy: Properties = TARGET_TRACKING): void {
  const scalable = resource(stack, 'Target', 'AWS::ApplicationAutoScaling::ScalableTarget', {
    ServiceNamespace: 'ecs',
    ScalableDimension: 'ecs:service:DesiredCount',
    MinCapacity: 1,
    MaxCapacity: 10,
    ResourceId: { 'Fn::Join': ['/', ['service', 'shop', { 'Fn::GetAtt': ['Service', 'Name'] }]] },
    ...target,
  });
  resource(stack, 'Policy', 'AWS::ApplicationAutoScaling::ScalingPolicy', { PolicyName: 'cpu', ScalingTargetId: scalable.ref, ...policy });
}

/** Steps that remove a task where an alarm on these metrics of the queue goes to 0, beside those that add some. */
function steps(stack: Stack, alarm: Properties, change = -1): void {
  scale(stack, {}, { PolicyType: 'StepScaling', StepScalingPolicyConfiguration: { AdjustmentType: 'ChangeInCapacity', StepAdjustments: [{ MetricIntervalUpperBound: 0, ScalingAdjustment: change }] } });
  resource(stack, 'Alarm', 'AWS::CloudWatch::Alarm', {
    AlarmActions: [{ Ref: 'Policy' }], ComparisonOperator: 'LessThanOrEqualToThreshold', Threshold: 0, EvaluationPeriods: 1, ...alarm,
  });
}

function count(MetricName: string, Id: string): Properties {
  return { Id, ReturnData: false, MetricStat: { Stat: 'Maximum', Period: 60, Metric: { Namespace: 'AWS/SQS', MetricName, Dimensions: [{ Name: 'QueueName', Value: 'work' }] } } };
}

const VISIBLE = { Namespace: 'AWS/SQS', MetricName: 'ApproximateNumberOfMessagesVisible', Statistic: 'Maximum', Period: 60 };
const ALL = { Metrics: [{ Id: 'all', Expression: 'v+n' }, count('ApproximateNumberOfMessagesVisible', 'v'), count('ApproximateNumberOfMessagesNotVisible', 'n')] };

const LONG = { VisibilityTimeout: 600 };

export const cases: readonly GotchaCase[] = [
  { name: 'a service with work of minutes scales in', caught: true, app: (stack) => { consumer(stack, queue(stack, LONG)); scale(stack); } },
  { name: 'steps remove a task where no message is visible', caught: true, app: (stack) => { consumer(stack, queue(stack, LONG)); steps(stack, VISIBLE); } },
  { name: 'steps remove a task where a few messages are left', caught: true, app: (stack) => { consumer(stack, queue(stack, LONG)); steps(stack, { ...ALL, Threshold: 5 }); } },
  { name: 'steps remove a task where no message is left', caught: false, app: (stack) => { consumer(stack, queue(stack, LONG)); steps(stack, ALL); } },
  { name: 'steps add tasks alone', caught: false, app: (stack) => { consumer(stack, queue(stack, LONG)); steps(stack, VISIBLE, 1); } },
  { name: 'its tasks protect themselves', caught: false, app: (stack) => { consumer(stack, queue(stack, LONG), {}, PROTECTS); scale(stack); } },
  {
    name: 'the task role has a managed policy that allows it',
    caught: false,
    app: (stack) => {
      consumer(stack, queue(stack, LONG));
      (stack.node.findChild('Role') as CfnResource).addPropertyOverride('ManagedPolicyArns', ['arn:aws:iam::aws:policy/AdministratorAccess']);
      scale(stack);
    },
  },
  { name: 'the container has the time to end its work', caught: false, app: (stack) => { consumer(stack, queue(stack, { VisibilityTimeout: 240 }), { StopTimeout: 120 }); scale(stack); } },
  { name: 'the queue has its default', caught: false, app: (stack) => { consumer(stack, queue(stack)); scale(stack); } },
  { name: 'nothing scales the service', caught: false, app: (stack) => consumer(stack, queue(stack, LONG)) },
  {
    name: 'the policy never scales in',
    caught: false,
    app: (stack) => {
      consumer(stack, queue(stack, LONG));
      scale(stack, {}, {
        ...TARGET_TRACKING,
        TargetTrackingScalingPolicyConfiguration: { ...TARGET_TRACKING.TargetTrackingScalingPolicyConfiguration, DisableScaleIn: true },
      });
    },
  },
  {
    name: 'the only policy is predictive, and never scales in',
    caught: false,
    app: (stack) => {
      consumer(stack, queue(stack, LONG));
      scale(stack, {}, {
        PolicyType: 'PredictiveScaling',
        PredictiveScalingPolicyConfiguration: {
          Mode: 'ForecastAndScale',
          MetricSpecifications: [{ TargetValue: 60, PredefinedMetricPairSpecification: { PredefinedMetricType: 'ECSServiceCPUUtilization' } }],
        },
      });
    },
  },
  { name: 'the range is one number', caught: false, app: (stack) => { consumer(stack, queue(stack, LONG)); scale(stack, { MinCapacity: 10 }); } },
  {
    name: 'a parameter decides the range',
    caught: false,
    notChecked: true,
    app: (stack) => { consumer(stack, queue(stack, LONG)); scale(stack, { MinCapacity: parameter(stack) }); },
  },
];
