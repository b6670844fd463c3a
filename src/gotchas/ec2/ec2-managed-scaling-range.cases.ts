import { parameter, resource } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';
import { instances } from '../fixtures/instances';

function managed(scaling: Readonly<Record<string, unknown>>): GotchaCase['app'] {
  return (stack) => void instances(stack, { provider: { ManagedScaling: { Status: 'ENABLED', ...scaling } } });
}

export const cases: readonly GotchaCase[] = [
  { name: 'no instance is to be in use', caught: true, app: managed({ TargetCapacity: 0 }) },
  { name: 'more instances than there are have to be in use', caught: true, app: managed({ TargetCapacity: 120 }) },
  { name: 'the smallest step is above the largest', caught: true, app: managed({ MinimumScalingStepSize: 5, MaximumScalingStepSize: 2 }) },
  { name: 'the largest step is too large', caught: true, app: managed({ MaximumScalingStepSize: 20000 }) },
  {
    name: 'two providers have one group',
    caught: true,
    app: (stack) => {
      instances(stack);
      resource(stack, 'Second', 'AWS::ECS::CapacityProvider', { AutoScalingGroupProvider: { AutoScalingGroupArn: { Ref: 'Group' } } });
    },
  },
  { name: 'most instances are in use', caught: false, app: managed({ TargetCapacity: 80, MinimumScalingStepSize: 1, MaximumScalingStepSize: 10 }) },
  { name: 'ECS decides', caught: false, app: (stack) => void instances(stack) },
  { name: 'a parameter is the target', caught: false, notChecked: true, app: (stack) => managed({ TargetCapacity: parameter(stack) })(stack) },
];
