import { consumer, OTHER_QUEUE, queue } from './queue-app.cases';
import { parameter } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

export const cases: readonly GotchaCase[] = [
  { name: 'a service receives from a queue without one', caught: true, app: (stack) => consumer(stack, queue(stack)) },
  { name: 'the queue is a FIFO queue', caught: true, app: (stack) => consumer(stack, queue(stack, { FifoQueue: true })) },
  {
    name: 'the queue has one of another app',
    caught: false,
    app: (stack) => consumer(stack, queue(stack, { RedrivePolicy: { deadLetterTargetArn: OTHER_QUEUE, maxReceiveCount: 3 } })),
  },
  {
    name: 'a service receives from a dead-letter queue',
    caught: false,
    app: (stack) => {
      const dead = queue(stack, {}, 'Dead');
      queue(stack, { RedrivePolicy: { deadLetterTargetArn: dead, maxReceiveCount: 3 } });
      consumer(stack, dead);
    },
  },
  { name: 'no service receives from the queue', caught: false, app: (stack) => void queue(stack) },
  { name: 'the service receives from a queue of another app', caught: false, app: (stack) => { queue(stack); consumer(stack, OTHER_QUEUE); } },
  {
    name: 'a parameter has the redrive policy',
    caught: false,
    notChecked: true,
    app: (stack) => consumer(stack, queue(stack, { RedrivePolicy: { 'Fn::If': ['Has', { deadLetterTargetArn: parameter(stack), maxReceiveCount: 3 }, { Ref: 'AWS::NoValue' }] } })),
  },
];
