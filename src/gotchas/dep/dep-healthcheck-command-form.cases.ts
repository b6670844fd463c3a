import { ContainerImage, FargateTaskDefinition } from 'aws-cdk-lib/aws-ecs';
import type { Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

function checked(stack: Stack, ...command: readonly string[]): void {
  fargateTask(stack, {}, { HealthCheck: { Command: command } });
}

export const cases: readonly GotchaCase[] = [
  { name: 'a command line alone', caught: true, app: (stack) => checked(stack, 'curl -f http://localhost/ || exit 1') },
  { name: 'a program and its arguments alone', caught: true, app: (stack) => checked(stack, 'curl', '-f', 'http://localhost/') },
  { name: 'in small letters', caught: true, app: (stack) => checked(stack, 'cmd-shell', 'curl -f http://localhost/') },
  { name: 'nothing at all', caught: true, app: (stack) => checked(stack) },
  { name: 'a command line for the shell', caught: false, app: (stack) => checked(stack, 'CMD-SHELL', 'curl -f http://localhost/ || exit 1') },
  { name: 'a program and its arguments', caught: false, app: (stack) => checked(stack, 'CMD', 'curl', '-f', 'http://localhost/') },
  { name: 'the arguments are not known', caught: false, app: (stack) => checked(stack, 'CMD', parameter(stack)) },
  {
    name: 'the CDK adds CMD-SHELL',
    caught: false,
    app: (stack) => {
      const task = new FargateTaskDefinition(stack, 'Task');
      task.addContainer('app', { image: ContainerImage.fromRegistry('app:1'), healthCheck: { command: ['curl -f http://localhost/'] } });
    },
  },
  { name: 'there is no health check', caught: false, app: (stack) => void fargateTask(stack) },
  { name: 'a parameter is the first word', caught: false, notChecked: true, app: (stack) => checked(stack, parameter(stack), 'ready') },
];
