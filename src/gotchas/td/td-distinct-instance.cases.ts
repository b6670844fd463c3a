import * as ecs from 'aws-cdk-lib/aws-ecs';
import type { Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

const ZONE = { Type: 'memberOf', Expression: 'attribute:ecs.availability-zone == eu-west-1a' };

function constrained(stack: Stack, ...placementConstraints: readonly unknown[]): void {
  fargateTask(stack, { RequiresCompatibilities: ['EC2'], PlacementConstraints: placementConstraints });
}

export const cases: readonly GotchaCase[] = [
  { name: 'distinct instances', caught: true, app: (stack) => constrained(stack, { Type: 'distinctInstance' }) },
  { name: 'distinct instances in one zone', caught: true, app: (stack) => constrained(stack, ZONE, { Type: 'distinctInstance' }) },
  {
    name: 'instances with an attribute, in an L2 task definition',
    caught: false,
    app: (stack) => {
      const task = new ecs.Ec2TaskDefinition(stack, 'Task', { placementConstraints: [ecs.PlacementConstraint.memberOf('attribute:disk == ssd')] });
      task.addContainer('app', { image: ecs.ContainerImage.fromRegistry('app:1'), memoryLimitMiB: 128 });
    },
  },
  { name: 'instances of one zone', caught: false, app: (stack) => constrained(stack, ZONE) },
  { name: 'no constraint', caught: false, app: (stack) => void fargateTask(stack) },
  { name: 'a parameter decides the type', caught: false, notChecked: true, app: (stack) => constrained(stack, { Type: parameter(stack) }) },
];
