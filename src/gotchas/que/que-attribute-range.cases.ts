import { queue } from './queue-app.cases';
import { parameter } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

export const cases: readonly GotchaCase[] = [
  { name: 'a message is hidden for a day', caught: true, app: (stack) => void queue(stack, { VisibilityTimeout: 86400 }) },
  { name: 'a message is kept for 20 days', caught: true, app: (stack) => void queue(stack, { MessageRetentionPeriod: 1728000 }) },
  { name: 'a message is kept for half a minute', caught: true, app: (stack) => void queue(stack, { MessageRetentionPeriod: 30 }) },
  { name: 'both are as long as they may be', caught: false, app: (stack) => void queue(stack, { VisibilityTimeout: 43200, MessageRetentionPeriod: 1209600 }) },
  { name: 'SQS decides', caught: false, app: (stack) => void queue(stack) },
  { name: 'a parameter decides', caught: false, notChecked: true, app: (stack) => void queue(stack, { VisibilityTimeout: parameter(stack) }) },
];
