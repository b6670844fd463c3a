import type { LiveCase } from '../fixtures/live-case';
import { withService } from '../fixtures/recorded/changed';
import { runningTask } from '../fixtures/recorded/healthy';

export const cases: readonly LiveCase[] = [
  {
    name: 'tasks on the former capacity provider',
    caught: true,
    account: withService(
      { launchType: undefined, capacityProviderStrategy: [{ capacityProvider: 'FARGATE', weight: 1, base: 1 }] },
      { runningTasks: [{ ...runningTask, capacityProviderName: 'FARGATE_SPOT' }] },
    ),
  },
  {
    name: 'tasks from before ECS Exec was disabled',
    caught: true,
    account: withService({}, { runningTasks: [{ ...runningTask, enableExecuteCommand: true }] }),
  },
  {
    name: 'tasks with the setting of their service',
    caught: false,
    account: withService({}, { runningTasks: [runningTask] }),
  },
];
