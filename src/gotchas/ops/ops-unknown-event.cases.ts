import type { LiveCase } from '../fixtures/live-case';
import { withEvent } from '../fixtures/recorded/faults';

export const cases: readonly LiveCase[] = [
  {
    name: 'a text that is new',
    caught: true,
    account: withEvent('was unable to align the flux capacitor of a task.'),
  },
  {
    name: 'a text that is known',
    caught: false,
    account: withEvent('was unable to place a task. Reason: You\'ve reached the limit on the number of vCPUs you can run concurrently.'),
  },
];
