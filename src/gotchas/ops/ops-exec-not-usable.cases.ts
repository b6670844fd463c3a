import type { Account } from '../../cli/collect/account';
import type { LiveCase } from '../fixtures/live-case';
import { withService } from '../fixtures/recorded/changed';
import { runningTask } from '../fixtures/recorded/healthy';

const withAgent = (lastStatus: string): Account => withService({ enableExecuteCommand: true }, {
  runningTasks: [{ ...runningTask, enableExecuteCommand: true, containers: [{ name: 'app', managedAgents: [{ name: 'ExecuteCommandAgent', lastStatus, reason: 'no network' }] }] }],
});

export const cases: readonly LiveCase[] = [
  {
    name: 'an agent that stopped',
    caught: true,
    account: withAgent('STOPPED'),
  },
  {
    name: 'an agent that runs',
    caught: false,
    account: withAgent('RUNNING'),
  },
];
