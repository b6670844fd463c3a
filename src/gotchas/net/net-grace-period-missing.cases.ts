import type { Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter, service, targetGroup } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

function behind(stack: Stack, gracePeriod: unknown): void {
  service(stack, {
    TaskDefinition: fargateTask(stack).ref,
    LoadBalancers: [{ TargetGroupArn: targetGroup(stack).ref, ContainerName: 'app', ContainerPort: 80 }],
    HealthCheckGracePeriodSeconds: gracePeriod,
  });
}

export const cases: readonly GotchaCase[] = [
  { name: 'it is left out', caught: true, app: (stack) => behind(stack, undefined) },
  { name: 'it is zero', caught: true, app: (stack) => behind(stack, 0) },
  { name: 'it is a minute', caught: false, app: (stack) => behind(stack, 60) },
  { name: 'there is no load balancer', caught: false, app: (stack) => void service(stack, { TaskDefinition: fargateTask(stack).ref }) },
  { name: 'a parameter decides it', caught: false, notChecked: true, app: (stack) => behind(stack, parameter(stack)) },
];
