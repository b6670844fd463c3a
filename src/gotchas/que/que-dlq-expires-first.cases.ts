import type { Stack } from 'aws-cdk-lib/core';
import { consumer, OTHER_QUEUE, queue } from './queue-app.cases';
import { parameter } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

const DAY = 86_400;

function pair(stack: Stack, source: Readonly<Record<string, unknown>>, deadLetters: Readonly<Record<string, unknown>>): unknown {
  const deadLetterTargetArn = queue(stack, deadLetters, 'DeadLetters');
  return queue(stack, { ...source, RedrivePolicy: { deadLetterTargetArn, maxReceiveCount: 3 } });
}

export const cases: readonly GotchaCase[] = [
  { name: 'the queue keeps messages for 14 days, the other for 4', caught: true, app: (stack) => void pair(stack, { MessageRetentionPeriod: 14 * DAY }, {}) },
  { name: 'the dead-letter queue keeps messages for a day', caught: true, app: (stack) => void pair(stack, {}, { MessageRetentionPeriod: DAY }) },
  { name: 'both have the default, and a service receives', caught: true, consequence: 'worth-knowing', app: (stack) => consumer(stack, pair(stack, {}, {})) },
  { name: 'both have the default, and no service receives', caught: false, app: (stack) => void pair(stack, {}, {}) },
  { name: 'the dead-letter queue keeps them for longer', caught: false, app: (stack) => void pair(stack, {}, { MessageRetentionPeriod: 14 * DAY }) },
  { name: 'both keep them for 14 days', caught: true, consequence: 'worth-knowing', app: (stack) => consumer(stack, pair(stack, { MessageRetentionPeriod: 14 * DAY }, { MessageRetentionPeriod: 14 * DAY })) },
  { name: 'both are FIFO queues', caught: false, app: (stack) => void pair(stack, { FifoQueue: true }, { FifoQueue: true, MessageRetentionPeriod: DAY }) },
  { name: 'there is none', caught: false, app: (stack) => void queue(stack) },
  {
    name: 'it is the queue of another app',
    caught: false,
    notChecked: true,
    app: (stack) => void queue(stack, { RedrivePolicy: { deadLetterTargetArn: OTHER_QUEUE, maxReceiveCount: 3 } }),
  },
  { name: 'a parameter decides the period', caught: false, notChecked: true, app: (stack) => void pair(stack, { MessageRetentionPeriod: parameter(stack) }, {}) },
];
