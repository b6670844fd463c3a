import type { Account } from '../../cli/collect/account';
import { known } from '../../facts/fact';
import type { LiveCase } from '../fixtures/live-case';
import { withLive } from '../fixtures/recorded/changed';
import { scaling } from '../fixtures/recorded/healthy';

const withRange = (MaxCapacity: number): Account => withLive({
  scaling: { ...scaling, target: { ...scaling.target, MaxCapacity }, alarms: (scaling.alarms as readonly object[]).map((alarm) => ({ ...alarm, StateValue: 'ALARM' as const })) },
});

/** A service at its maximum, whose policy follows the messages of a queue. */
const atMaxOfQueue = (): Account => withLive({
  scaling: {
    ...scaling,
    target: { ...scaling.target, MaxCapacity: 2 },
    alarms: (scaling.alarms as readonly object[]).map((alarm) => ({ ...alarm, StateValue: 'ALARM' as const })),
    policies: known(scaling.policies).map((policy) => ({
      ...policy,
      TargetTrackingScalingPolicyConfiguration: {
        TargetValue: 90,
        CustomizedMetricSpecification: {
          Metrics: [{ Id: 'visible', MetricStat: { Stat: 'Maximum', Metric: { Namespace: 'AWS/SQS', Dimensions: [{ Name: 'QueueName', Value: 'jobs' }] } } }],
        },
      },
    })),
  },
});

export const cases: readonly LiveCase[] = [
  {
    name: 'as many tasks as the range allows, and an alarm above its target',
    caught: true,
    account: withRange(2),
  },
  {
    name: 'as many tasks as the range allows, and a queue that grows',
    caught: true,
    account: atMaxOfQueue(),
  },
  {
    name: 'room in the range',
    caught: false,
    account: withRange(10),
  },
];
