import type { LiveCase } from '../fixtures/live-case';
import { withLive } from '../fixtures/recorded/changed';
import { withRollback } from '../fixtures/recorded/faults';

export const cases: readonly LiveCase[] = [
  {
    name: 'a deployment that the circuit breaker rolled back',
    caught: true,
    account: withRollback('Service deployment rolled back because the circuit breaker threshold was exceeded.'),
  },
  {
    name: 'a deployment that succeeded',
    caught: false,
    account: withLive({ deployments: [{ status: 'SUCCESSFUL' }] }),
  },
];
