import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { FargateService } from 'aws-cdk-lib/aws-ecs';
import { Duration, type Stack } from 'aws-cdk-lib/core';
import { scalableTarget } from './scaled-service.cases';
import { parameter, resource } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';
import { Given } from '../fixtures/snippet-context';

type Bound = number | string | undefined;

/** A policy with one step for each pair of bounds. */
function stepped(stack: Stack, comparison: string | undefined, ...bounds: readonly (readonly [Bound, Bound])[]): void {
  const policy = resource(stack, 'Policy', 'AWS::ApplicationAutoScaling::ScalingPolicy', {
    PolicyName: 'steps',
    PolicyType: 'StepScaling',
    ScalingTargetId: scalableTarget(stack).ref,
    StepScalingPolicyConfiguration: {
      AdjustmentType: 'ChangeInCapacity',
      StepAdjustments: bounds.map(([lower, upper]) => ({ MetricIntervalLowerBound: lower, MetricIntervalUpperBound: upper, ScalingAdjustment: 1 })),
    },
  });
  resource(stack, 'Alarm', 'AWS::CloudWatch::Alarm', {
    ComparisonOperator: comparison, EvaluationPeriods: 1, Threshold: 80, Namespace: 'Shop', MetricName: 'Jobs', AlarmActions: [policy.ref],
  });
}

const ABOVE = 'GreaterThanOrEqualToThreshold';
const BELOW = 'LessThanThreshold';

function ofTheCdk(stack: Stack): void {
  const { cluster, taskDefinition } = new Given(stack);
  new FargateService(stack, 'Scaled', { cluster, taskDefinition }).autoScaleTaskCount({ minCapacity: 1, maxCapacity: 9 }).scaleOnMetric('Jobs', {
    metric: new Metric({ namespace: 'Shop', metricName: 'Jobs', period: Duration.minutes(1) }),
    scalingSteps: [{ upper: 10, change: -1 }, { lower: 50, change: +1 }, { lower: 90, change: +3 }],
  });
}

export const cases: readonly GotchaCase[] = [
  { name: 'there is a gap', caught: true, app: (stack) => stepped(stack, ABOVE, [0, 10], [15, undefined]) },
  { name: 'two steps overlap, in any order', caught: true, app: (stack) => stepped(stack, ABOVE, [10, undefined], [0, 15]) },
  { name: 'the highest step ends', caught: true, app: (stack) => stepped(stack, ABOVE, [0, 10], [10, 30]) },
  { name: 'the lowest step ends', caught: true, app: (stack) => stepped(stack, BELOW, [-20, 0]) },
  { name: 'one step has no bounds', caught: true, app: (stack) => stepped(stack, ABOVE, [undefined, undefined]) },
  { name: 'two steps have no upper bound', caught: true, app: (stack) => stepped(stack, ABOVE, [0, undefined], [10, undefined]) },
  { name: 'the alarm fires below, the step is above', caught: true, consequence: 'never-works', app: (stack) => stepped(stack, BELOW, [0, undefined]) },
  { name: 'the alarm fires above, the step is below', caught: true, consequence: 'never-works', app: (stack) => stepped(stack, ABOVE, [undefined, 0]) },
  { name: 'steps follow on each other', caught: false, app: (stack) => stepped(stack, ABOVE, [0, 10], [10, undefined]) },
  { name: 'numbers are written as text', caught: false, app: (stack) => stepped(stack, ABOVE, ['0', '10'], ['10', undefined]) },
  { name: 'one step for all that is below', caught: false, app: (stack) => stepped(stack, BELOW, [undefined, 0]) },
  { name: 'the alarm fires on both sides', caught: false, app: (stack) => stepped(stack, 'LessThanLowerOrGreaterThanUpperThreshold', [0, undefined]) },
  { name: 'steps of the AWS CDK', caught: false, app: ofTheCdk },
  { name: 'a parameter is a bound', caught: false, notChecked: true, app: (stack) => stepped(stack, ABOVE, [0, parameter(stack)], [15, undefined]) },
];
