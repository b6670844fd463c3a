import type { LiveCase } from '../fixtures/live-case';
import { withLive } from '../fixtures/recorded/changed';
import { healthy, targetGroup } from '../fixtures/recorded/healthy';

export const cases: readonly LiveCase[] = [
  {
    name: 'two tasks, and a target group without targets',
    caught: true,
    account: withLive({ targetGroups: [{ ...targetGroup, health: [] }] }),
  },
  {
    name: 'two tasks, and two targets',
    caught: false,
    account: healthy,
  },
];
