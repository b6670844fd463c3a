import type { LiveCase } from '../fixtures/live-case';
import { withStopReason } from '../fixtures/recorded/faults';

export const cases: readonly LiveCase[] = [
  {
    name: 'the pull limit of Docker Hub',
    caught: true,
    account: withStopReason('CannotPullContainerError: toomanyrequests: You have reached your pull rate limit. You may increase the limit by authenticating and upgrading.'),
  },
  {
    name: 'a registry that does not answer',
    caught: false,
    account: withStopReason('CannotPullContainerError: dial tcp 52.217.233.242:443: i/o timeout'),
  },
];
