import type { LiveCase } from '../fixtures/live-case';
import { withLive } from '../fixtures/recorded/changed';
import { scaling } from '../fixtures/recorded/healthy';

export const cases: readonly LiveCase[] = [
  {
    name: 'scaling out is suspended',
    caught: true,
    account: withLive({ scaling: { ...scaling, target: { ...scaling.target, SuspendedState: { DynamicScalingOutSuspended: true } } } }),
  },
  {
    name: 'nothing is suspended',
    caught: false,
    account: withLive({ scaling: { ...scaling, target: { ...scaling.target, SuspendedState: { DynamicScalingOutSuspended: false } } } }),
  },
];
