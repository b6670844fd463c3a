import type { Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter, service, targetGroup } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

function behind(stack: Stack, targetGroupArn: string): void {
  service(stack, {
    TaskDefinition: fargateTask(stack).ref,
    LoadBalancers: [{ TargetGroupArn: targetGroupArn, ContainerName: 'app', ContainerPort: 80 }],
  });
}

function group(stack: Stack, delay: string): string {
  return targetGroup(stack, { TargetGroupAttributes: [{ Key: 'deregistration_delay.timeout_seconds', Value: delay }] }).ref;
}

export const cases: readonly GotchaCase[] = [
  { name: 'it is left out', caught: true, app: (stack) => behind(stack, targetGroup(stack).ref) },
  {
    name: 'other attributes are set',
    caught: true,
    app: (stack) => behind(stack, targetGroup(stack, { TargetGroupAttributes: [{ Key: 'stickiness.enabled', Value: 'false' }] }).ref),
  },
  { name: 'it is 30 seconds', caught: false, app: (stack) => behind(stack, group(stack, '30')) },
  { name: 'it is the default, on purpose', caught: false, app: (stack) => behind(stack, group(stack, '300')) },
  {
    name: 'no service uses the target group',
    caught: false,
    app: (stack) => {
      targetGroup(stack);
      service(stack);
    },
  },
  { name: 'a parameter decides it', caught: false, notChecked: true, app: (stack) => behind(stack, group(stack, parameter(stack))) },
  { name: 'the target group comes from outside', caught: false, notChecked: true, app: (stack) => behind(stack, parameter(stack)) },
];
