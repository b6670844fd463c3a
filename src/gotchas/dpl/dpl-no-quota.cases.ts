import type { LiveCase } from '../fixtures/live-case';
import { withEvent } from '../fixtures/recorded/faults';

export const cases: readonly LiveCase[] = [
  {
    name: 'the vCPUs of the account are used up',
    caught: true,
    account: withEvent('was unable to place a task. Reason: You\'ve reached the limit on the number of vCPUs you can run concurrently.'),
  },
  {
    name: 'an event about something else',
    caught: false,
    account: withEvent('was unable to place a task. Reason: Capacity is unavailable at this time.'),
  },
];
