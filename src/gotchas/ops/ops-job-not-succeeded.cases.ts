import type { Account } from '../../cli/collect/account';
import type { Alarm } from '../../cli/collect/shapes';
import { Unknown, type Fact } from '../../facts/fact';
import type { LiveCase } from '../fixtures/live-case';
import { healthy } from '../fixtures/recorded/healthy';

const late: Alarm = {
  AlarmName: 'Shop-NightlyNoSuccess',
  AlarmDescription: 'No run of Shop/Nightly succeeded within 2 days',
  Namespace: 'EcsJobs',
  MetricName: 'Succeeded',
  Dimensions: [{ Name: 'Job', Value: 'ShopNightly4F0D5E6C' }],
  StateValue: 'ALARM',
};

const withJobs = (jobAlarms: Fact<readonly Alarm[]>): Account => ({ ...healthy, jobAlarms });

export const cases: readonly LiveCase[] = [
  {
    name: 'the alarm of a job is in state ALARM',
    caught: true,
    account: withJobs([late]),
  },
  {
    name: 'no alarm of a job is in state ALARM',
    caught: false,
    account: withJobs([]),
  },
  {
    name: 'alarms that were not read',
    caught: false,
    account: withJobs(new Unknown('cloudwatch:DescribeAlarms is denied: allow it')),
  },
];
