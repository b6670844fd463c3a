import type { LiveCase } from '../fixtures/live-case';
import { withStopped } from '../fixtures/recorded/changed';

export const cases: readonly LiveCase[] = [
  {
    name: 'a container that ends with an error',
    caught: true,
    account: withStopped({ stopCode: 'EssentialContainerExited', stoppedReason: 'Essential container in task exited', containers: [{ name: 'app', exitCode: 1 }] }),
  },
  {
    name: 'tasks that ECS stopped for a new revision',
    caught: false,
    account: withStopped({ stopCode: 'ServiceSchedulerInitiated', stoppedReason: 'Scaling activity initiated by (deployment ecs-svc/0000000000000000007)' }),
  },
];
