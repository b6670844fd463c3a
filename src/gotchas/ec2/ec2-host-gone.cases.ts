import type { LiveCase } from '../fixtures/live-case';
import { withStopped } from '../fixtures/recorded/changed';

export const cases: readonly LiveCase[] = [
  {
    name: 'an instance that was terminated',
    caught: true,
    account: withStopped({ stopCode: 'TerminationNotice', stoppedReason: 'Host EC2 (instance i-04b17daec78ef4a0b) terminated.' }),
  },
  {
    name: 'tasks that ended by themselves',
    caught: false,
    account: withStopped({ stopCode: 'EssentialContainerExited', stoppedReason: 'Essential container in task exited', containers: [{ name: 'app', exitCode: 1 }] }),
  },
];
