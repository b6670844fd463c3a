import type { Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter, role, service } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

function allowed(stack: Stack, ...actions: readonly string[]): void {
  protects(stack, actions, {});
}

function protects(stack: Stack, actions: readonly string[], container: Readonly<Record<string, unknown>>): void {
  const taskRole = role(stack, { Effect: 'Allow', Action: actions, Resource: '*' });
  service(stack, { TaskDefinition: fargateTask(stack, { TaskRoleArn: taskRole.getAtt('Arn') }, container).ref });
}

function forMinutes(stack: Stack, minutes: string): void {
  protects(stack, ['ecs:UpdateTaskProtection'], { Environment: [{ Name: 'PROTECTION_MINUTES', Value: minutes }] });
}

export const cases: readonly GotchaCase[] = [
  { name: 'tasks may protect themselves', caught: true, app: (stack) => allowed(stack, 'ecs:GetTaskProtection', 'ecs:UpdateTaskProtection') },
  { name: 'tasks may only read', caught: false, app: (stack) => allowed(stack, 'ecs:GetTaskProtection') },
  { name: 'the environment sets four hours', caught: true, app: (stack) => forMinutes(stack, '240') },
  { name: 'the environment sets two hours', caught: false, app: (stack) => forMinutes(stack, '120') },
  { name: 'tasks may all and mean nothing by it', caught: false, app: (stack) => allowed(stack, '*') },
  { name: 'there is no role', caught: false, app: (stack) => void service(stack, { TaskDefinition: fargateTask(stack).ref }) },
  {
    name: 'a parameter is the role',
    caught: false,
    notChecked: true,
    app: (stack) => void service(stack, { TaskDefinition: fargateTask(stack, { TaskRoleArn: parameter(stack) }).ref }),
  },
];
