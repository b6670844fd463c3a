import type { LiveCase } from '../fixtures/live-case';
import { withRollback } from '../fixtures/recorded/faults';

export const cases: readonly LiveCase[] = [
  {
    name: 'a hook that returned FAILED',
    caught: true,
    account: withRollback('Service deployment rolled back because TEST_TRAFFIC_SHIFT lifecycle hook(s) failed. Lifecycle hook target arn:aws:lambda:eu-west-1:111122223333:function:smoke-test returned FAILED status.'),
  },
  {
    name: 'a rollback by the circuit breaker',
    caught: false,
    account: withRollback('Service deployment rolled back because the circuit breaker threshold was exceeded.'),
  },
];
