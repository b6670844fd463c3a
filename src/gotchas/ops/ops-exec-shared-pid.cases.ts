import type { Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter, service } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

const container = (Name: string) => ({ Name, Image: 'app:1', Essential: true });

function exec(stack: Stack, PidMode: unknown, names: readonly string[] = ['app', 'agent'], EnableExecuteCommand: unknown = true): void {
  service(stack, { TaskDefinition: fargateTask(stack, { PidMode, ContainerDefinitions: names.map(container) }).ref, EnableExecuteCommand });
}

export const cases: readonly GotchaCase[] = [
  { name: 'two containers share their processes', caught: true, app: (stack) => exec(stack, 'task') },
  { name: 'one container has its own', caught: false, app: (stack) => exec(stack, 'task', ['app']) },
  { name: 'they do not share', caught: false, app: (stack) => exec(stack, undefined) },
  { name: 'ECS Exec is off', caught: false, app: (stack) => exec(stack, 'task', ['app', 'agent'], false) },
  { name: 'a parameter decides', caught: false, notChecked: true, app: (stack) => exec(stack, parameter(stack)) },
];
