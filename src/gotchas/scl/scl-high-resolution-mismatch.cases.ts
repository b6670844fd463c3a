import type { Stack } from 'aws-cdk-lib/core';
import { CPU, predefined, scalableTarget, tracking } from './scaled-service.cases';
import { parameter } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

type Properties = Readonly<Record<string, unknown>>;

const FAST_CPU = predefined('ECSServiceAverageCPUUtilizationHighResolution');

function scaled(stack: Stack, metric: Properties, names?: readonly unknown[], seconds: unknown = 20): void {
  const monitoring = { Monitoring: { MetricConfigurations: [{ MetricNames: names, ResolutionSeconds: seconds }] } };
  tracking(stack, scalableTarget(stack, {}, names ? monitoring : {}), metric);
}

export const cases: readonly GotchaCase[] = [
  { name: 'the service asks for nothing', caught: true, app: (stack) => scaled(stack, FAST_CPU) },
  { name: 'the service asks for 60 seconds', caught: true, app: (stack) => scaled(stack, FAST_CPU, ['CPUUtilization'], 60) },
  {
    name: 'the service asks for the other metric',
    caught: true,
    app: (stack) => scaled(stack, predefined('ECSServiceAverageMemoryUtilizationHighResolution'), ['CPUUtilization']),
  },
  { name: 'the service asks for the metric', caught: false, app: (stack) => scaled(stack, FAST_CPU, ['CPUUtilization', 'MemoryUtilization']) },
  { name: 'the service asks for what the policy doesn\'t use', caught: true, consequence: 'worth-knowing', app: (stack) => scaled(stack, CPU, ['CPUUtilization']) },
  { name: 'the service asks for the other metric, and the policy is slow', caught: false, app: (stack) => scaled(stack, CPU, ['MemoryUtilization']) },
  { name: 'the metric is the slow one', caught: false, app: (stack) => scaled(stack, CPU) },
  { name: 'a parameter decides the resolution', caught: false, notChecked: true, app: (stack) => scaled(stack, FAST_CPU, ['CPUUtilization'], parameter(stack)) },
  { name: 'a parameter decides the metric to measure', caught: false, notChecked: true, app: (stack) => scaled(stack, FAST_CPU, [parameter(stack)]) },
];
