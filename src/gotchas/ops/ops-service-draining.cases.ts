import type { LiveCase } from '../fixtures/live-case';
import { withService } from '../fixtures/recorded/changed';

export const cases: readonly LiveCase[] = [
  {
    name: 'a service that is being deleted, with a task that runs on',
    caught: true,
    account: withService({ status: 'DRAINING', desiredCount: 0, runningCount: 1 }),
  },
  {
    name: 'a service without tasks',
    caught: false,
    account: withService({ desiredCount: 0, runningCount: 0 }),
  },
];
