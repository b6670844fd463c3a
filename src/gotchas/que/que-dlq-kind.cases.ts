import type { Stack } from 'aws-cdk-lib/core';
import { OTHER_QUEUE, queue } from './queue-app.cases';
import { parameter } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

const FIFO = { FifoQueue: true };

function pair(stack: Stack, source: Readonly<Record<string, unknown>>, deadLetters: Readonly<Record<string, unknown>>): void {
  const deadLetterTargetArn = queue(stack, { MessageRetentionPeriod: 1209600, ...deadLetters }, 'DeadLetters');
  queue(stack, { ...source, RedrivePolicy: { deadLetterTargetArn, maxReceiveCount: 3 } });
}

export const cases: readonly GotchaCase[] = [
  { name: 'a FIFO queue has a standard one', caught: true, app: (stack) => pair(stack, FIFO, {}) },
  { name: 'a standard queue has a FIFO one', caught: true, app: (stack) => pair(stack, {}, FIFO) },
  {
    name: 'the ARN of a queue of another app is a standard one',
    caught: true,
    app: (stack) => void queue(stack, { ...FIFO, RedrivePolicy: { deadLetterTargetArn: OTHER_QUEUE, maxReceiveCount: 3 } }),
  },
  {
    name: 'the policy is a text of JSON',
    caught: true,
    app: (stack) => void queue(stack, { ...FIFO, RedrivePolicy: JSON.stringify({ deadLetterTargetArn: OTHER_QUEUE, maxReceiveCount: 3 }) }),
  },
  { name: 'both are FIFO queues', caught: false, app: (stack) => pair(stack, FIFO, FIFO) },
  { name: 'both are standard queues', caught: false, app: (stack) => pair(stack, {}, {}) },
  { name: 'there is none', caught: false, app: (stack) => void queue(stack, FIFO) },
  {
    name: 'a parameter has the ARN',
    caught: false,
    notChecked: true,
    app: (stack) => void queue(stack, { ...FIFO, RedrivePolicy: { deadLetterTargetArn: parameter(stack), maxReceiveCount: 3 } }),
  },
];
