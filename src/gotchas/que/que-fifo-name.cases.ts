import { queue } from './queue-app.cases';
import { parameter } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

export const cases: readonly GotchaCase[] = [
  { name: 'a FIFO queue has a plain name', caught: true, app: (stack) => void queue(stack, { FifoQueue: true, QueueName: 'orders' }) },
  { name: 'a standard queue has a name that ends in .fifo', caught: true, app: (stack) => void queue(stack, { QueueName: 'orders.fifo' }) },
  { name: 'a FIFO queue has a name that ends in .fifo', caught: false, app: (stack) => void queue(stack, { FifoQueue: true, QueueName: 'orders.fifo' }) },
  { name: 'a standard queue has a plain name', caught: false, app: (stack) => void queue(stack, { QueueName: 'orders' }) },
  { name: 'a FIFO queue has no name', caught: false, app: (stack) => void queue(stack, { FifoQueue: true }) },
  { name: 'a parameter is the name', caught: false, notChecked: true, app: (stack) => void queue(stack, { FifoQueue: true, QueueName: parameter(stack) }) },
];
