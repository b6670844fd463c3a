import type { LiveCase } from '../fixtures/live-case';
import { withStopReason } from '../fixtures/recorded/faults';

export const cases: readonly LiveCase[] = [
  {
    name: 'a network interface that was not ready in time',
    caught: true,
    account: withStopReason('Timeout waiting for network interface provisioning to complete.'),
  },
  {
    name: 'an image that can\'t be pulled',
    caught: false,
    account: withStopReason('CannotPullContainerError: dial tcp 52.217.233.242:443: i/o timeout'),
  },
];
