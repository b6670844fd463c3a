import type { LiveCase } from '../fixtures/live-case';
import { rollingOut, withService } from '../fixtures/recorded/changed';

export const cases: readonly LiveCase[] = [
  {
    name: 'a first deployment that failed',
    caught: true,
    account: withService({ runningCount: 1, deployments: [rollingOut({ rolloutState: 'FAILED' })] }, { deployments: [{ status: 'STOPPED' }] }),
  },
  {
    name: 'a failed deployment after one that succeeded',
    caught: false,
    account: withService({ runningCount: 1, deployments: [rollingOut({ rolloutState: 'FAILED' })] }, { deployments: [{ status: 'STOPPED' }, { status: 'SUCCESSFUL' }] }),
  },
];
