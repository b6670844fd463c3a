import type { LiveCase } from '../fixtures/live-case';
import { withCluster } from '../fixtures/recorded/changed';

export const cases: readonly LiveCase[] = [
  {
    name: 'an update that failed',
    caught: true,
    account: withCluster({
      capacityProviders: [{ name: 'spot', status: 'ACTIVE', updateStatus: 'UPDATE_FAILED', updateStatusReason: 'The specified Auto Scaling group does not exist.' }],
    }),
  },
  {
    name: 'an update that is done',
    caught: false,
    account: withCluster({ capacityProviders: [{ name: 'spot', status: 'ACTIVE', updateStatus: 'UPDATE_COMPLETE' }] }),
  },
];
