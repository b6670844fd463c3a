import type { LiveCase } from '../fixtures/live-case';
import { minutesAgo } from '../fixtures/recorded/arns';
import { instance, onInstances } from '../fixtures/recorded/changed';

const blocked = (reason: string) => ({
  id: 'e9',
  createdAt: minutesAgo(3),
  message: `(service web) was unable to place a task because no container instance met all of its requirements. The closest matching container-instance i-1 ${reason}.`,
});

export const cases: readonly LiveCase[] = [
  {
    name: 'no network interface is left',
    caught: true,
    account: onInstances([instance()], { runningCount: 1, events: [blocked('encountered error "RESOURCE:ENI"')] }),
  },
  {
    name: 'no CPU is left',
    caught: false,
    account: onInstances([instance()], { runningCount: 1, events: [blocked('has insufficient CPU units available')] }),
  },
];
