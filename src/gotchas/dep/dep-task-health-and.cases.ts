import type { Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

type Properties = Readonly<Record<string, unknown>>;

function pair(stack: Stack, app: Properties, sidecar: Properties): void {
  fargateTask(stack, { ContainerDefinitions: [{ Name: 'app', Image: 'app:1', ...app }, { Name: 'sidecar', Image: 'sidecar:1', ...sidecar }] });
}

const CHECK = { HealthCheck: { Command: ['CMD', 'ready'] } };
const MINOR = { Essential: false };

export const cases: readonly GotchaCase[] = [
  { name: 'only the container that is not essential is checked', caught: true, app: (stack) => pair(stack, {}, { ...CHECK, ...MINOR }) },
  { name: 'both are checked', caught: false, app: (stack) => pair(stack, CHECK, { ...CHECK, ...MINOR }) },
  { name: 'the checked container is essential', caught: false, app: (stack) => pair(stack, {}, CHECK) },
  {
    name: 'the application waits for the health of the other',
    caught: false,
    app: (stack) => pair(stack, { DependsOn: [{ ContainerName: 'sidecar', Condition: 'HEALTHY' }] }, { ...CHECK, ...MINOR }),
  },
  { name: 'the other is an agent', caught: false, app: (stack) => pair(stack, {}, { ...CHECK, ...MINOR, Image: 'amazon/cloudwatch-agent:1.3' }) },
  { name: 'nothing is checked', caught: false, app: (stack) => pair(stack, {}, MINOR) },
  { name: 'a parameter decides what is essential', caught: false, notChecked: true, app: (stack) => pair(stack, {}, { ...CHECK, Essential: parameter(stack) }) },
];
