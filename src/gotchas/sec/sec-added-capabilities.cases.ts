import type { Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

function capabilities(stack: Stack, Add: unknown, compatibility = 'EC2'): void {
  fargateTask(stack, { RequiresCompatibilities: [compatibility] }, { LinuxParameters: { Capabilities: { Add } } });
}

export const cases: readonly GotchaCase[] = [
  { name: 'all are added', caught: true, app: (stack) => capabilities(stack, ['ALL']) },
  { name: 'it may administer the system', caught: true, app: (stack) => capabilities(stack, ['NET_BIND_SERVICE', 'SYS_ADMIN']) },
  { name: 'it may administer the network', caught: true, consequence: 'worth-knowing', app: (stack) => capabilities(stack, ['NET_ADMIN']) },
  { name: 'it may bind a low port', caught: false, app: (stack) => capabilities(stack, ['NET_BIND_SERVICE']) },
  { name: 'none is added', caught: false, app: (stack) => capabilities(stack, undefined) },
  { name: 'it runs on Fargate', caught: false, app: (stack) => capabilities(stack, ['SYS_PTRACE'], 'FARGATE') },
  { name: 'a parameter decides', caught: false, notChecked: true, app: (stack) => capabilities(stack, [parameter(stack)]) },
];
