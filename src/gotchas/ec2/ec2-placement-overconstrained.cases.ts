import type { Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter, service, targetGroup } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';
import { instances } from '../fixtures/instances';

type Properties = Readonly<Record<string, unknown>>;

const DISTINCT = { Type: 'distinctInstance' };
const ZONE = { Type: 'spread', Field: 'attribute:ecs.availability-zone' };
const BINPACK = { Type: 'binpack', Field: 'MEMORY' };

function placed(stack: Stack, properties: Properties): void {
  const task = fargateTask(stack, { RequiresCompatibilities: ['EC2'], NetworkMode: 'bridge' });
  service(stack, { LaunchType: 'EC2', TaskDefinition: task.ref, ...properties });
}

function distinct(stack: Stack, desiredCount: unknown, maxSize = '3'): void {
  placed(stack, {
    LaunchType: undefined,
    CapacityProviderStrategy: [{ CapacityProvider: instances(stack, { group: { MaxSize: maxSize } }), Weight: 1 }],
    DesiredCount: desiredCount,
    PlacementConstraints: [DISTINCT],
  });
}

function balanced(stack: Stack, ...strategies: readonly unknown[]): void {
  placed(stack, { PlacementStrategies: strategies, LoadBalancers: [{ ContainerName: 'app', ContainerPort: 80, TargetGroupArn: targetGroup(stack).ref }] });
}

export const cases: readonly GotchaCase[] = [
  { name: 'tasks on Fargate are spread', caught: true, app: (stack) => placed(stack, { LaunchType: 'FARGATE', PlacementStrategies: [ZONE] }) },
  {
    name: 'there are eleven constraints',
    caught: true,
    app: (stack) => placed(stack, { PlacementConstraints: Array.from({ length: 11 }, (_, i) => ({ Type: 'memberOf', Expression: `attribute:a${i} == b` })) }),
  },
  { name: 'there are six strategies', caught: true, app: (stack) => placed(stack, { PlacementStrategies: Array.from({ length: 6 }, () => ZONE) }) },
  { name: 'each task needs an instance, and there are not as many', caught: true, consequence: 'misbehaves', app: (stack) => distinct(stack, 4) },
  { name: 'tasks behind a load balancer are packed', caught: true, consequence: 'worth-knowing', app: (stack) => balanced(stack, BINPACK) },
  { name: 'there is an instance for each task', caught: false, app: (stack) => distinct(stack, 3) },
  { name: 'tasks are spread over zones before they are packed', caught: false, app: (stack) => balanced(stack, ZONE, BINPACK) },
  { name: 'tasks of a worker are packed', caught: false, app: (stack) => placed(stack, { PlacementStrategies: [BINPACK] }) },
  { name: 'there are no rules', caught: false, app: (stack) => placed(stack, {}) },
  { name: 'a parameter decides how many tasks there are', caught: false, notChecked: true, app: (stack) => distinct(stack, parameter(stack, 'Given', 'Number')) },
];
