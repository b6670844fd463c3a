import type { LiveCase } from '../fixtures/live-case';
import { withLive } from '../fixtures/recorded/changed';

export const cases: readonly LiveCase[] = [
  {
    name: 'less than a third of CPU and memory is ever used',
    caught: true,
    account: withLive({ utilization: { cpu: 4.4, memory: 12 } }),
  },
  {
    name: 'most of the memory is used',
    caught: false,
    account: withLive({ utilization: { cpu: 4.4, memory: 62 } }),
  },
];
