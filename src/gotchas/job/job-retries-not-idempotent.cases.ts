import type { GotchaCase } from '../fixtures/gotcha-case';
import { nightlyRule, workflow } from '../fixtures/task-launches';

export const cases: readonly GotchaCase[] = [
  { name: 'a retrier is for all errors', caught: true, app: (stack) => void workflow(stack, { Retry: [{ ErrorEquals: ['States.ALL'] }] }) },
  { name: 'one is for failed tasks', caught: true, app: (stack) => void workflow(stack, { Retry: [{ ErrorEquals: ['States.TaskFailed'], MaxAttempts: 2 }] }) },
  { name: 'one is for runs that take too long', caught: true, app: (stack) => void workflow(stack, { Retry: [{ ErrorEquals: ['States.Timeout'], MaxAttempts: 1 }] }) },
  { name: 'it is for errors of placement', caught: false, app: (stack) => void workflow(stack, { Retry: [{ ErrorEquals: ['ECS.AmazonECSException'], MaxAttempts: 5 }] }) },
  { name: 'it tries never again', caught: false, app: (stack) => void workflow(stack, { Retry: [{ ErrorEquals: ['States.TaskFailed'], MaxAttempts: 0 }] }) },
  { name: 'a rule does not see failed work', caught: false, app: (stack) => void nightlyRule(stack) },
];
