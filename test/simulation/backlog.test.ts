import { Template } from 'aws-cdk-lib/assertions';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { Duration } from 'aws-cdk-lib/core';
import { scalingOf } from './of-template';
import { FargateWorkerService, QueueBacklogScaling, type QueueBacklogScalingProps } from '../../src';
import type { QueueLoad } from '../../src/simulation/queue-work';
import type { ScalingSettings } from '../../src/simulation/scalable-target';
import { simulate, type Scenario } from '../../src/simulation/simulate';
import { IMAGE, testCluster, testStack } from '../support/stacks';

const TASKS = { startSeconds: 40, stopTimeoutSeconds: 30 };

/** Scaling of QueueBacklogScaling, read back from its template. */
function backlogScaling(props: Partial<QueueBacklogScalingProps> = {}): ScalingSettings {
  const stack = testStack();
  const service = new FargateWorkerService(stack, 'Worker', { cluster: testCluster(stack), image: IMAGE });
  new QueueBacklogScaling(stack, 'Backlog', {
    service, queue: new sqs.Queue(stack, 'Queue'), acceptableLatency: Duration.minutes(3), averageProcessingTime: Duration.seconds(2), ...props,
  });
  return scalingOf(Template.fromStack(stack));
}

function worker(scaling: ScalingSettings, load: Partial<QueueLoad>, change: Partial<Scenario> = {}): Scenario {
  return {
    seconds: 2 * 3600,
    load: { kind: 'queue', messagesPerSecond: () => 0, processingSeconds: 2, visibilityTimeoutSeconds: 60, ...load },
    tasks: TASKS,
    scaling,
    ...change,
  };
}

describe('a service that sleeps', () => {
  const asleep = backlogScaling({ minCapacity: 0, maxCapacity: 40 });
  const burst = (messages: number, moment: number) => (second: number) => (second === moment ? messages : 0);

  test.each([600, 605, 620, 630, 645, 659])('is woken by one message at second %i within three minutes', (moment) => {
    const { activities, samples } = simulate(worker(asleep, { messagesPerSecond: burst(1, moment) }));
    expect(activities[0]).toMatchObject({ from: 0, to: 1 });
    expect(activities[0].second - moment).toBeLessThanOrEqual(180);
    expect(samples.find(({ running }) => running > 0)!.second - moment).toBeLessThanOrEqual(180 + TASKS.startSeconds);
  });

  test('wakes with as many tasks as the backlog needs, and sleeps again', () => {
    const { activities, samples, interrupted } = simulate(worker(asleep, { messagesPerSecond: burst(900, 600) }));
    expect(activities[0]).toMatchObject({ from: 0, to: 11 });
    expect(activities.filter(({ from, to }) => to > from && from > 0)).toEqual([]);
    expect(samples.at(-1)!.desired).toBe(0);
    expect(interrupted).toBe(0);
  });

  test('is not woken twice by tasks that are late to report', () => {
    const { activities } = simulate(worker(asleep, { messagesPerSecond: (second) => (second < 600 ? 0 : 0.4), atRandom: true }));
    expect(activities.filter(({ by }) => by.includes('Wake'))).toHaveLength(1);
  });
});

describe('a steady load', () => {
  const scaling = backlogScaling({ maxCapacity: 40 });
  const SEEDS = [1, 2, 3];

  test.each([0.2, 0.45, 1, 1.9, 3.7, 9])('of %d messages a second never moves the count by more than one task', (rate) => {
    for (const seed of SEEDS) {
      const load = { messagesPerSecond: () => rate, atRandom: true, jitter: 0.3 };
      const { samples } = simulate(worker(scaling, load, { desiredCount: Math.ceil(rate * 2 * 1.2), seconds: 5 * 3600, seed }));
      const settled = samples.slice(2 * 3600).map(({ desired }) => desired);
      expect(Math.max(...settled) - Math.min(...settled)).toBeLessThanOrEqual(1);
    }
  });
});

describe('no busy task is removed', () => {
  const wave = (second: number) => (second % 7200 < 1800 ? 6 : 0.3);
  const waves = (change: Partial<Scenario>, load: Partial<QueueLoad> = {}) => {
    const waving = { messagesPerSecond: wave, atRandom: true, jitter: 0.5, ...load };
    return simulate(worker(backlogScaling({ maxCapacity: 40 }), waving, { seconds: 4 * 3600, ...change }));
  };

  test('with messages that are done before the task is stopped', () => {
    const { activities, interrupted } = waves({});
    expect(activities.some(({ from, to }) => to < from)).toBe(true);
    expect(interrupted).toBe(0);
  });

  test('with messages that take longer, by tasks that protect themselves', () => {
    const scaling = backlogScaling({ maxCapacity: 40, averageProcessingTime: Duration.seconds(90) });
    const load = { messagesPerSecond: (second: number) => wave(second) / 20, processingSeconds: 90, visibilityTimeoutSeconds: 300 };
    expect(waves({ scaling, tasks: { ...TASKS, protectsBusyTasks: true } }, load)).toMatchObject({ interrupted: 0 });
  });
});
