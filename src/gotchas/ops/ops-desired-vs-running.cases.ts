import type { LiveCase } from '../fixtures/live-case';
import { withService } from '../fixtures/recorded/changed';

export const cases: readonly LiveCase[] = [
  {
    name: 'one of two tasks',
    caught: true,
    account: withService({ runningCount: 1 }),
  },
  {
    name: 'a task that is about to start',
    caught: false,
    account: withService({ runningCount: 1, pendingCount: 1 }),
  },
];
