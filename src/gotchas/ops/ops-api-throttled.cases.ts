import type { LiveCase } from '../fixtures/live-case';
import { withEvent } from '../fixtures/recorded/faults';

export const cases: readonly LiveCase[] = [
  {
    name: 'operations that are throttled',
    caught: true,
    account: withEvent('operations are being throttled. Will try again later.'),
  },
  {
    name: 'a service that started tasks',
    caught: false,
    account: withEvent('has started 1 tasks: (task 11111111111111111111111111111111).'),
  },
];
