import { CPU, scalableTarget, tracking } from './scaled-service.cases';
import { parameter, resource } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

type Properties = Readonly<Record<string, unknown>>;

function policy(properties: Properties): GotchaCase['app'] {
  return (stack) => void resource(stack, 'Policy', 'AWS::ApplicationAutoScaling::ScalingPolicy', {
    PolicyName: 'busy', ScalingTargetId: scalableTarget(stack).ref, ...properties,
  });
}

function steps(AdjustmentType: string): Properties {
  return { PolicyType: 'StepScaling', StepScalingPolicyConfiguration: { AdjustmentType, StepAdjustments: [{ MetricIntervalLowerBound: 0, ScalingAdjustment: 1 }] } };
}

export const cases: readonly GotchaCase[] = [
  { name: 'a policy of steps tracks a target', caught: true, app: policy({ PolicyType: 'StepScaling', TargetTrackingScalingPolicyConfiguration: { TargetValue: 60, ...CPU } }) },
  { name: 'a policy of a target has steps', caught: true, app: policy({ ...steps('ChangeInCapacity'), PolicyType: 'TargetTrackingScaling' }) },
  { name: 'the adjustment is none', caught: true, app: policy(steps('PercentageChange')) },
  { name: 'a policy of steps has steps', caught: false, app: policy(steps('PercentChangeInCapacity')) },
  { name: 'a policy of a target tracks one', caught: false, app: (stack) => void tracking(stack, scalableTarget(stack), CPU) },
  { name: 'a parameter is the adjustment', caught: false, notChecked: true, app: (stack) => policy(steps(parameter(stack)))(stack) },
];
