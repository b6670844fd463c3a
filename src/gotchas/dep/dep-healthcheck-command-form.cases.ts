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
  { name: 'a whole line behind CMD, in an essential container', caught: true, consequence: 'never-works', app: (stack) => checked(stack, 'CMD', 'curl -f http://localhost/ || exit 1') },
  {
    name: 'a whole line behind CMD, in a container that nothing needs',
    caught: true,
    app: (stack) => void fargateTask(stack, {}, { Essential: false, HealthCheck: { Command: ['CMD', 'curl -f http://localhost/'] } }),
  },
  { name: 'an operator of a shell behind CMD', caught: true, consequence: 'never-works', app: (stack) => checked(stack, 'CMD', 'curl', '-f', 'http://localhost/', '||', 'exit', '1') },
  { name: 'words behind CMD-SHELL', caught: true, consequence: 'never-works', app: (stack) => checked(stack, 'CMD-SHELL', 'curl', '-f', 'http://localhost/') },
  { name: 'a script and its argument behind CMD-SHELL', caught: true, app: (stack) => checked(stack, 'CMD-SHELL', '/check.sh', '--deep') },
  {
    name: 'the CDK leaves words behind CMD-SHELL',
    caught: true,
    consequence: 'never-works',
    app: (stack) => {
      const task = new FargateTaskDefinition(stack, 'Task');
      task.addContainer('app', { image: ContainerImage.fromRegistry('app:1'), healthCheck: { command: ['CMD-SHELL', 'wget', '-q', 'localhost'] } });
    },
  },
  { name: 'a program behind CMD', caught: false, app: (stack) => checked(stack, 'CMD', '/health-check') },
  { name: 'a program that ignores what else it gets', caught: false, app: (stack) => checked(stack, 'CMD', 'node', 'check.js', '||', 'exit', '1') },
  { name: 'a line and its rest behind CMD-SHELL', caught: false, app: (stack) => checked(stack, 'CMD-SHELL', 'curl -f http://localhost/', '|| exit 1') },
  { name: 'no health check, and words behind it', caught: false, app: (stack) => checked(stack, 'NONE', 'curl -f http://localhost/') },
  { name: 'a command line for the shell', caught: false, app: (stack) => checked(stack, 'CMD-SHELL', 'curl -f http://localhost/ || exit 1') },
  { name: 'a program and its arguments', caught: false, app: (stack) => checked(stack, 'CMD', 'curl', '-f', 'http://localhost/') },
  { name: 'what runs is not known', caught: false, notChecked: true, app: (stack) => checked(stack, 'CMD', parameter(stack)) },
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
