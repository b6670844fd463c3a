import type { CfnResource, Stack } from 'aws-cdk-lib/core';
import { parameter, resource, service } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

type Properties = Readonly<Record<string, unknown>>;

function percents(stack: Stack, min: unknown, max: unknown, properties: Properties = {}, configuration: Properties = {}): CfnResource {
  return service(stack, { DeploymentConfiguration: { MinimumHealthyPercent: min, MaximumPercent: max, ...configuration }, ...properties });
}

function scaled(stack: Stack, minCapacity: unknown, max: number): void {
  resource(stack, 'Target', 'AWS::ApplicationAutoScaling::ScalableTarget', {
    ServiceNamespace: 'ecs',
    ResourceId: `service/shop/${percents(stack, 100, max).getAtt('Name').toString()}`,
    MinCapacity: minCapacity,
    MaxCapacity: 10,
  });
}

export const cases: readonly GotchaCase[] = [
  { name: '100 and 100', caught: true, app: (stack) => void percents(stack, 100, 100, { DesiredCount: 4 }) },
  { name: '100 and 100, whatever the count', caught: true, app: (stack) => void percents(stack, 100, 100) },
  { name: 'half a task more than one', caught: true, app: (stack) => void percents(stack, 100, 150, { DesiredCount: 1 }) },
  { name: 'half a task less than one', caught: true, app: (stack) => void percents(stack, 50, 100, { DesiredCount: 1 }) },
  { name: 'the lowest percentage is left to its default', caught: true, app: (stack) => void percents(stack, undefined, 125, { DesiredCount: 3 }) },
  { name: 'scaling goes down to one task', caught: true, app: (stack) => scaled(stack, 1, 150) },
  {
    name: 'a daemon that may neither grow nor shrink',
    caught: true,
    app: (stack) => void percents(stack, 100, undefined, { LaunchType: 'EC2', SchedulingStrategy: 'DAEMON' }),
  },
  { name: '100 and 200', caught: false, app: (stack) => void percents(stack, 100, 200, { DesiredCount: 1 }) },
  { name: 'both are left to their defaults', caught: false, app: (stack) => void percents(stack, undefined, undefined, { DesiredCount: 1 }) },
  { name: 'one task may stop', caught: false, app: (stack) => void percents(stack, 50, 100, { DesiredCount: 2 }) },
  { name: 'one task more', caught: false, app: (stack) => void percents(stack, 100, 125, { DesiredCount: 4 }) },
  { name: 'the only task may stop', caught: false, app: (stack) => void percents(stack, 0, 100, { DesiredCount: 1 }) },
  { name: 'there are no tasks', caught: false, app: (stack) => void percents(stack, 100, 100, { DesiredCount: 0 }) },
  { name: 'half a task more, and any count', caught: false, app: (stack) => void percents(stack, 100, 150) },
  { name: 'scaling goes down to two tasks', caught: false, app: (stack) => scaled(stack, 2, 150) },
  { name: 'scaling goes down to none', caught: false, app: (stack) => scaled(stack, 0, 150) },
  {
    name: 'a daemon left to its defaults',
    caught: false,
    app: (stack) => void percents(stack, undefined, undefined, { LaunchType: 'EC2', SchedulingStrategy: 'DAEMON' }),
  },
  { name: 'the new revision runs beside the old', caught: false, app: (stack) => void percents(stack, 100, 100, {}, { Strategy: 'BLUE_GREEN' }) },
  {
    name: 'CodeDeploy deploys',
    caught: false,
    app: (stack) => void percents(stack, 100, 100, { DeploymentController: { Type: 'CODE_DEPLOY' } }),
  },
  {
    name: 'a parameter decides the count',
    caught: false,
    notChecked: true,
    app: (stack) => void percents(stack, 100, 150, { DesiredCount: parameter(stack) }),
  },
  { name: 'a parameter decides how far scaling goes down', caught: false, notChecked: true, app: (stack) => scaled(stack, parameter(stack), 150) },
];
