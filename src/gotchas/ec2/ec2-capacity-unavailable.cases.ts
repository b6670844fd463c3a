import type { LiveCase } from '../fixtures/live-case';
import { withEvent } from '../fixtures/recorded/faults';

export const cases: readonly LiveCase[] = [
  {
    name: 'EC2 has no instance for a capacity provider',
    caught: true,
    account: withEvent('was unable to place a task. Reason: ResourceInitializationError: Unable to launch instance(s) for capacity provider managed. InsufficientInstanceCapacity: There is not enough capacity.'),
  },
  {
    name: 'a quota of the account',
    caught: false,
    account: withEvent('was unable to place a task. Reason: You\'ve reached the limit on the number of vCPUs you can run concurrently.'),
  },
];
