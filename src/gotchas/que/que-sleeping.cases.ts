import type { Stack } from 'aws-cdk-lib/core';
import { parameter } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';
import { CPU, scalableTarget, steps, tracking } from '../scl/scaled-service.cases';

const DEPTH = { MetricName: 'ApproximateNumberOfMessagesVisible', Namespace: 'AWS/SQS', Dimensions: [{ Name: 'QueueName', Value: 'orders' }] };

function backlog(stack: Stack, target: Readonly<Record<string, unknown>>): void {
  tracking(stack, scalableTarget(stack, target), {
    CustomizedMetricSpecification: {
      Metrics: [{ Id: 'm', MetricStat: { Metric: DEPTH, Stat: 'Sum' }, ReturnData: false }, { Id: 'e', Expression: 'm / 4', ReturnData: true }],
    },
  });
}

export const cases: readonly GotchaCase[] = [
  { name: 'steps on messages start from zero', caught: true, app: (stack) => void steps(stack, scalableTarget(stack, { MinCapacity: 0 }), DEPTH) },
  { name: 'metric math on messages starts from zero', caught: true, app: (stack) => backlog(stack, { MinCapacity: 0 }) },
  { name: 'a task always runs', caught: false, app: (stack) => backlog(stack, { MinCapacity: 1 }) },
  { name: 'the service scales on CPU', caught: false, app: (stack) => void tracking(stack, scalableTarget(stack, { MinCapacity: 0 }), CPU) },
  { name: 'a parameter decides the minimum', caught: false, notChecked: true, app: (stack) => backlog(stack, { MinCapacity: parameter(stack) }) },
];
