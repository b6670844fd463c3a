import type { Task } from '../../cli/collect/shapes';
import type { LiveCase } from '../fixtures/live-case';
import { stopped, withCluster } from '../fixtures/recorded/changed';

const CRASHED: Partial<Task> = { stopCode: 'EssentialContainerExited', stoppedReason: 'Essential container in task exited', containers: [{ name: 'app', exitCode: 1 }] };

export const cases: readonly LiveCase[] = [
  {
    name: 'tasks that ran and then crashed four times in an hour',
    caught: true,
    account: withCluster({ stoppedTasks: stopped(4, CRASHED) }),
  },
  {
    name: 'one crash',
    caught: false,
    account: withCluster({ stoppedTasks: stopped(1, CRASHED) }),
  },
  {
    name: 'tasks that never ran',
    caught: false,
    account: withCluster({ stoppedTasks: stopped(4, { ...CRASHED, startedAt: undefined }) }),
  },
];
