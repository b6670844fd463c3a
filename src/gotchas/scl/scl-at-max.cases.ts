import type { Account } from '../../cli/collect/account';
import type { LiveCase } from '../fixtures/live-case';
import { withLive } from '../fixtures/recorded/changed';
import { scaling } from '../fixtures/recorded/healthy';

const withRange = (MaxCapacity: number): Account => withLive({
  scaling: { ...scaling, target: { ...scaling.target, MaxCapacity }, alarms: (scaling.alarms as readonly object[]).map((alarm) => ({ ...alarm, StateValue: 'ALARM' as const })) },
});

export const cases: readonly LiveCase[] = [
  {
    name: 'as many tasks as the range allows, and an alarm above its target',
    caught: true,
    account: withRange(2),
  },
  {
    name: 'room in the range',
    caught: false,
    account: withRange(10),
  },
];
