import type { LiveScheduleGroup } from '../../cli/collect/account';
import { Unknown } from '../../facts/fact';
import type { LiveCase } from '../fixtures/live-case';
import { withCluster } from '../fixtures/recorded/changed';

const group = (change: Partial<LiveScheduleGroup>): LiveScheduleGroup => (
  { name: 'default', schedules: ['nightly'], others: 0, failed: 0, dropped: 0, deadLetters: 0, ...change });

export const cases: readonly LiveCase[] = [
  {
    name: 'a rule that failed twice, with a dead-letter queue',
    caught: true,
    account: withCluster({ rules: [{ name: 'nightly-report', failed: 2, deadLetters: 2 }, { name: 'hourly-import', failed: 0, deadLetters: 0 }] }),
  },
  {
    name: 'an event in the dead-letter queue alone',
    caught: true,
    account: withCluster({ rules: [{ name: 'nightly-report', failed: 0, deadLetters: 1 }] }),
  },
  {
    name: 'a rule without failures',
    caught: false,
    account: withCluster({ rules: [{ name: 'nightly-report', failed: 0, deadLetters: 0 }] }),
  },
  {
    name: 'no rule for the cluster',
    caught: false,
    account: withCluster({ rules: [] }),
  },
  {
    name: 'rules that were not read',
    caught: false,
    account: withCluster({ rules: new Unknown('events:ListRuleNamesByTarget is denied: allow it') }),
  },
  {
    name: 'state machines that were not read',
    caught: false,
    account: withCluster({ rules: [], unreadMachines: [new Unknown('states:DescribeStateMachine is denied: allow it')] }),
  },
  {
    name: 'a rule that failed, beside a state machine that was not read',
    caught: true,
    account: withCluster({ rules: [{ name: 'nightly-report', failed: 1, deadLetters: 0 }], unreadMachines: [new Unknown('states:DescribeStateMachine is denied: allow it')] }),
  },
  {
    name: 'a schedule that was given up',
    caught: true,
    account: withCluster({ scheduleGroups: [group({ failed: 4, dropped: 1 })] }),
  },
  {
    name: 'a start in the dead-letter queue of one of two schedules',
    caught: true,
    account: withCluster({ scheduleGroups: [group({ schedules: ['nightly', 'hourly'], failed: 4, dropped: 1, deadLetters: 1 })] }),
  },
  {
    name: 'a schedule that is still tried',
    caught: true,
    account: withCluster({ scheduleGroups: [group({ failed: 3 })] }),
  },
  {
    name: 'a schedule without failures',
    caught: false,
    account: withCluster({ scheduleGroups: [group({})] }),
  },
  {
    name: 'failures in a group with other schedules',
    caught: false,
    account: withCluster({ scheduleGroups: [group({ others: 2, failed: 4, dropped: 1 })] }),
  },
  {
    name: 'schedules that were not read',
    caught: false,
    account: withCluster({ scheduleGroups: new Unknown('scheduler:ListSchedules is denied: allow it') }),
  },
];
