import type { Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter, service } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

function exec(stack: Stack, PidMode: unknown, names: readonly string[] = ['app', 'agent'], EnableExecuteCommand: unknown = true): void {
  const ContainerDefinitions = names.map((Name) => ({ Name, Image: 'public.ecr.aws/acme/app:1' }));
  service(stack, { TaskDefinition: fargateTask(stack, { PidMode, ContainerDefinitions }).ref, EnableExecuteCommand });
}

export const cases: readonly GotchaCase[] = [
  { name: 'two containers share their processes', caught: true, app: (stack) => exec(stack, 'task') },
  { name: 'each has its own', caught: false, app: (stack) => exec(stack, undefined) },
  { name: 'there is one container', caught: false, app: (stack) => exec(stack, 'task', ['app']) },
  { name: 'ECS Exec is off', caught: false, app: (stack) => exec(stack, 'task', ['app', 'agent'], false) },
  { name: 'a parameter decides the mode', caught: false, notChecked: true, app: (stack) => exec(stack, parameter(stack)) },
];
