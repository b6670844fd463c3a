import type { Stack } from 'aws-cdk-lib/core';
import { CPU, scalableTarget, steps, tracking } from './scaled-service.cases';
import { parameter } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

const DEPTH = { MetricName: 'ApproximateNumberOfMessagesVisible', Namespace: 'AWS/SQS', Dimensions: [{ Name: 'QueueName', Value: 'orders' }] };

function tracked(stack: Stack, metric: Readonly<Record<string, unknown>>): void {
  tracking(stack, scalableTarget(stack), { CustomizedMetricSpecification: { Statistic: 'Average', ...metric } });
}

export const cases: readonly GotchaCase[] = [
  { name: 'the length of a queue has a target', caught: true, app: (stack) => tracked(stack, DEPTH) },
  {
    name: 'messages per task have a target',
    caught: false,
    app: (stack) => tracked(stack, {
      Metrics: [{ Id: 'm', MetricStat: { Metric: DEPTH, Stat: 'Sum' }, ReturnData: false }, { Id: 'e', Expression: 'm / 4', ReturnData: true }],
    }),
  },
  { name: 'a metric of its own has a target', caught: false, app: (stack) => tracked(stack, { MetricName: 'BacklogPerTask', Namespace: 'Shop' }) },
  { name: 'steps follow the length', caught: false, app: (stack) => void steps(stack, scalableTarget(stack), DEPTH) },
  { name: 'the CPU has a target', caught: false, app: (stack) => void tracking(stack, scalableTarget(stack), CPU) },
  { name: 'a parameter decides the metric', caught: false, notChecked: true, app: (stack) => tracked(stack, { ...DEPTH, MetricName: parameter(stack) }) },
];
