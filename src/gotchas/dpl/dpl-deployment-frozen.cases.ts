import type { LiveCase } from '../fixtures/live-case';
import { minutesAgo } from '../fixtures/recorded/arns';
import { rollingOut, withService } from '../fixtures/recorded/changed';

export const cases: readonly LiveCase[] = [
  {
    name: 'no task after 45 minutes',
    caught: true,
    account: withService({ runningCount: 1, deployments: [rollingOut({ failedTasks: 0 })] }),
  },
  {
    name: 'five tasks that failed',
    caught: true,
    account: withService({ runningCount: 1, deployments: [rollingOut({ createdAt: minutesAgo(5) })] }),
  },
  {
    name: 'a deployment that has just begun',
    caught: false,
    account: withService({ runningCount: 1, deployments: [rollingOut({ createdAt: minutesAgo(5), failedTasks: 0 })] }),
  },
];
