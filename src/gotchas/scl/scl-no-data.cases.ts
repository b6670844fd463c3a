import type { LiveCase } from '../fixtures/live-case';
import { withLive } from '../fixtures/recorded/changed';
import { scaling } from '../fixtures/recorded/healthy';

export const cases: readonly LiveCase[] = [
  {
    name: 'a policy without its alarm',
    caught: true,
    account: withLive({ scaling: { ...scaling, alarms: [] } }),
  },
  {
    name: 'a policy with an alarm that has data',
    caught: false,
    account: withLive({ scaling }),
  },
];
