import type { Account } from '../../cli/collect/account';
import { Unknown, known, type Fact } from '../../facts/fact';
import type { LiveCase } from '../fixtures/live-case';
import { withLive } from '../fixtures/recorded/changed';
import { scaling } from '../fixtures/recorded/healthy';

/** A service that scales by the messages of the queue `jobs`, whose oldest one waited so many minutes in the last hours. */
function withAges(queueAges: readonly number[] | Unknown, MaxCapacity = 2): Account {
  const Metric = { Namespace: 'AWS/SQS', MetricName: 'ApproximateNumberOfMessagesVisible', Dimensions: [{ Name: 'QueueName', Value: 'jobs' }] };
  const policies = known(scaling.policies).map((policy) => ({
    ...policy,
    TargetTrackingScalingPolicyConfiguration: {
      TargetValue: 90, CustomizedMetricSpecification: { Metrics: [{ Id: 'visible', MetricStat: { Stat: 'Maximum', Metric } }] },
    },
  }));
  const ages: Fact<ReadonlyMap<string, readonly number[]>> = queueAges instanceof Unknown ? queueAges
    : new Map([['jobs', queueAges.map((minutes) => minutes * 60)]]);
  return withLive({ scaling: { ...scaling, target: { ...scaling.target, MaxCapacity }, policies }, queueAges: ages });
}

export const cases: readonly LiveCase[] = [
  {
    name: 'as many tasks as the range allows, and messages that wait longer each hour',
    caught: true,
    account: withAges([2, 5, 21, 74, 133]),
  },
  {
    name: 'the age went down in an hour',
    caught: false,
    account: withAges([2, 21, 74, 60, 133]),
  },
  {
    name: 'the age stood still for an hour',
    caught: false,
    account: withAges([2, 21, 74, 74, 133]),
  },
  {
    name: 'ages of one hour too few',
    caught: false,
    account: withAges([21, 74, 133]),
  },
  {
    name: 'messages that still wait for minutes only',
    caught: false,
    account: withAges([1, 2, 3, 4, 5]),
  },
  {
    name: 'room in the range',
    caught: false,
    account: withAges([2, 5, 21, 74, 133], 10),
  },
  {
    name: 'a queue without data',
    caught: false,
    account: withAges([]),
  },
  {
    name: 'metrics that were not read',
    caught: false,
    account: withAges(new Unknown('cloudwatch:GetMetricData is denied: allow it')),
  },
];
