import type { LiveCase } from '../fixtures/live-case';
import { withStopReason } from '../fixtures/recorded/faults';

export const cases: readonly LiveCase[] = [
  {
    name: 'a subnet that was deleted',
    caught: true,
    account: withStopReason('Unexpected EC2 error while attempting to Create Network Interface with public IP assignment disabled in subnet \'subnet-0a8ba0a09aaffa2f7\': InvalidSubnetID.NotFound'),
  },
  {
    name: 'an image that can\'t be pulled',
    caught: false,
    account: withStopReason('CannotPullContainerError: dial tcp 52.217.233.242:443: i/o timeout'),
  },
];
