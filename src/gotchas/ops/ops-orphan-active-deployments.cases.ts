import type { Account } from '../../cli/collect/account';
import type { LiveCase } from '../fixtures/live-case';
import { ARNS, minutesAgo } from '../fixtures/recorded/arns';
import { withService } from '../fixtures/recorded/changed';
import { service } from '../fixtures/recorded/healthy';

const withOld = (minutes: number): Account => withService({
  deployments: [service.deployments![0], { ...service.deployments![0], id: 'old', status: 'ACTIVE', runningCount: 1, taskDefinition: ARNS.oldTask, updatedAt: minutesAgo(minutes) }],
});

export const cases: readonly LiveCase[] = [
  {
    name: 'tasks of the former revision after two days',
    caught: true,
    account: withOld(2 * 24 * 60),
  },
  {
    name: 'tasks of the former revision during a deployment',
    caught: false,
    account: withOld(30),
  },
];
