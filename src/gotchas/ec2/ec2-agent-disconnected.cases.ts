import type { LiveCase } from '../fixtures/live-case';
import { instance, onInstances } from '../fixtures/recorded/changed';

export const cases: readonly LiveCase[] = [
  {
    name: 'an agent that is not connected',
    caught: true,
    account: onInstances([instance({ agentConnected: false })]),
  },
  {
    name: 'an impaired instance',
    caught: true,
    account: onInstances([instance({ healthStatus: { overallStatus: 'IMPAIRED' } })]),
  },
  {
    name: 'a connected agent',
    caught: false,
    account: onInstances([instance()]),
  },
];
