import type { Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

type Properties = Readonly<Record<string, unknown>>;

function pair(stack: Stack, agent: Properties, app: Properties = {}): void {
  fargateTask(stack, { ContainerDefinitions: [{ Name: 'app', Image: 'app:1', ...app }, { Name: 'agent', ...agent }] });
}

function waitsFor(ContainerName: string, Condition: unknown = 'START'): Properties {
  return { DependsOn: [{ ContainerName, Condition }] };
}

const ROUTER = { Image: 'public.ecr.aws/aws-observability/aws-for-fluent-bit:2.32.5', FirelensConfiguration: { Type: 'fluentbit' } };
const COLLECTOR = { Image: 'public.ecr.aws/aws-observability/aws-otel-collector:v0.43.1' };

export const cases: readonly GotchaCase[] = [
  { name: 'the log router waits for the application', caught: true, app: (stack) => pair(stack, { ...ROUTER, ...waitsFor('app') }) },
  { name: 'the collector waits for the health of the application', caught: true, app: (stack) => pair(stack, { ...COLLECTOR, ...waitsFor('app', 'HEALTHY') }) },
  { name: 'the application waits for the log router', caught: false, app: (stack) => pair(stack, ROUTER, waitsFor('agent')) },
  { name: 'the collector waits for what prepares it', caught: false, app: (stack) => pair(stack, { ...COLLECTOR, ...waitsFor('app', 'SUCCESS') }, { Essential: false }) },
  { name: 'a proxy waits for the application', caught: false, app: (stack) => pair(stack, { Image: 'public.ecr.aws/nginx/nginx:1.27', ...waitsFor('app') }) },
  { name: 'no container waits', caught: false, app: (stack) => pair(stack, COLLECTOR) },
  { name: 'a parameter decides for what', caught: false, notChecked: true, app: (stack) => pair(stack, { ...COLLECTOR, ...waitsFor(parameter(stack)) }) },
];
