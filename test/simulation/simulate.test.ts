import type { TargetTrackingPolicy } from '../../src/simulation/policy';
import { simulate, type Scenario } from '../../src/simulation/simulate';

const TASKS = { startSeconds: 23, stopTimeoutSeconds: 30 };

function keepsCpu(change: Partial<TargetTrackingPolicy> = {}): TargetTrackingPolicy {
  return {
    kind: 'target-tracking',
    name: 'cpu',
    metrics: { cpu: { metric: 'cpu', statistic: 'Average' } },
    expression: 'cpu',
    periodSeconds: 60,
    targetValue: 70,
    scaleOutCooldownSeconds: 60,
    scaleInCooldownSeconds: 300,
    ...change,
  };
}

/** A web service of four tasks; ten requests a second make one task busy. */
function web(requestsPerSecond: (second: number) => number, change: Partial<Scenario> = {}): Scenario {
  return {
    seconds: 3600,
    load: { kind: 'requests', requestsPerSecond, cpuSecondsPerRequest: 0.1 },
    tasks: TASKS,
    scaling: { minCapacity: 4, maxCapacity: 20, policies: [keepsCpu()] },
    ...change,
  };
}

/** From the load to the trigger, on average over the moments of a minute at which it may start; only whole periods are above the target. */
function triggerSeconds(change: Partial<Scenario>): number {
  const moments = Array.from({ length: 12 }, (_, index) => 600 + index * 5);
  const waits = moments.map((moment) => {
    const { activities } = simulate(web((second) => (second < moment ? 20 : 29), change));
    return activities[0].second - moment;
  });
  return waits.reduce((sum, wait) => sum + wait, 0) / waits.length;
}

describe("AWS's own figures for the time from the load to the trigger, within 10 percent", () => {
  test('363 seconds at a resolution of 60', () => {
    expect(Math.abs(triggerSeconds({}) - 363)).toBeLessThan(36);
  });

  test('86 seconds at a resolution of 20', () => {
    const seconds = triggerSeconds({
      resolutionSeconds: 20,
      scaling: { minCapacity: 4, maxCapacity: 20, policies: [keepsCpu({ periodSeconds: 20 })] },
    });
    expect(Math.abs(seconds - 86)).toBeLessThan(8.6);
  });
});

test('equal seeds result in equal pictures, others in others', () => {
  const scenario = (seed: number): Scenario => ({
    seconds: 1800,
    load: { kind: 'queue', messagesPerSecond: () => 2, processingSeconds: 3, jitter: 0.5, visibilityTimeoutSeconds: 60 },
    tasks: TASKS,
    scaling: { minCapacity: 8, maxCapacity: 8, policies: [] },
    seed,
  });
  expect(simulate(scenario(7))).toEqual(simulate(scenario(7)));
  expect(simulate(scenario(8))).not.toEqual(simulate(scenario(7)));
});

test('target tracking adds what the target needs, and removes it slowly', () => {
  const { activities } = simulate(web((second) => (second < 600 || second > 3000 ? 20 : 38), { seconds: 3 * 3600 }));
  expect(activities[0]).toMatchObject({ by: 'cpu', from: 4, to: 6 });
  const removed = activities.filter(({ from, to }) => to < from);
  expect(removed.every(({ from, to }) => from - to === 1)).toBe(true);
  expect(activities.at(-1)?.to).toBe(4);
});

test('one that may not scale in does not', () => {
  const scaling = { minCapacity: 4, maxCapacity: 20, policies: [keepsCpu({ disableScaleIn: true })] };
  const { activities } = simulate(web((second) => (second < 1200 ? 38 : 10), { scaling }));
  expect(activities.length).toBeGreaterThan(0);
  expect(activities.every(({ from, to }) => to > from)).toBe(true);
});

test('two policies remove tasks only together', () => {
  const visible = keepsCpu({ name: 'requests', metrics: { perTask: { metric: 'requestsPerTask', statistic: 'Sum' } }, expression: 'perTask', targetValue: 60 });
  const scaling = { minCapacity: 2, maxCapacity: 20, policies: [keepsCpu(), visible] };
  // 4 tasks at 10 percent of their CPU, with 60 requests a minute each.
  const { activities } = simulate(web(() => 4, { scaling, desiredCount: 4 }));
  expect(activities.filter(({ from, to }) => to < from)).toEqual([]);
});

test('a schedule moves the range, and the count with it', () => {
  const schedule = [{ atSecond: 600, minCapacity: 6 }, { atSecond: 1200, maxCapacity: 3, minCapacity: 1 }];
  const { samples } = simulate(web(() => 0, { scaling: { minCapacity: 2, maxCapacity: 8, policies: [], schedule }, seconds: 1800 }));
  expect([599, 600, 1199, 1200].map((second) => samples[second].desired)).toEqual([2, 6, 6, 3]);
});

describe('steps', () => {
  const alarm = {
    metrics: { cpu: { metric: 'cpu', statistic: 'Average' } },
    expression: 'cpu',
    periodSeconds: 60,
    comparison: '>=',
    threshold: 60,
    datapointsToAlarm: 1,
    evaluationPeriods: 1,
    missingData: 'missing',
  } as const;
  const steps = [{ lower: 0, upper: 20, change: 1 }, { lower: 20, change: 3 }];

  function first(adjustment: 'ChangeInCapacity' | 'ExactCapacity' | 'PercentChangeInCapacity', requests: number, change = steps) {
    const policies = [{ kind: 'step', name: 'steps', alarm, adjustment, steps: change, cooldownSeconds: 300 } as const];
    return simulate(web(() => requests, { scaling: { minCapacity: 4, maxCapacity: 20, policies }, desiredCount: 5 })).activities[0];
  }

  test.each([
    ['ChangeInCapacity', 32, 6],
    ['ChangeInCapacity', 45, 8],
    ['PercentChangeInCapacity', 32, 6],
  ] as const)('%s at %i requests', (adjustment, requests, to) => {
    expect(first(adjustment, requests)).toMatchObject({ from: 5, to });
  });

  test('an exact capacity', () => {
    expect(first('ExactCapacity', 45, [{ lower: 0, change: 9 }])).toMatchObject({ from: 5, to: 9 });
  });

  test('percent of the tasks, without fractions', () => {
    expect(first('PercentChangeInCapacity', 45, [{ lower: 0, change: 50 }])).toMatchObject({ from: 5, to: 7 });
  });

  test('take away, from the threshold down', () => {
    const down = { ...alarm, comparison: '<=' } as const;
    const fewer = [{ upper: 0, lower: -30, change: -1 }, { upper: -30, change: -2 }];
    const policies = [{ kind: 'step', name: 'steps', alarm: down, adjustment: 'ChangeInCapacity', steps: fewer, cooldownSeconds: 300 } as const];
    const { activities } = simulate(web(() => 10, { scaling: { minCapacity: 2, maxCapacity: 20, policies }, desiredCount: 8 }));
    expect(activities[0]).toMatchObject({ from: 8, to: 6 });
    expect(activities[1].second - activities[0].second).toBe(300);
  });

  test('hold at the threshold itself, in the direction of the alarm', () => {
    const idle = { ...alarm, metrics: { cpu: { metric: 'visible', statistic: 'Maximum' } }, comparison: '<=', threshold: 0 } as const;
    const policies = [{ kind: 'step', name: 'steps', alarm: idle, adjustment: 'ChangeInCapacity', steps: [{ upper: 0, change: -1 }], cooldownSeconds: 300 } as const];
    const load = { kind: 'queue', messagesPerSecond: () => 0, processingSeconds: 1, visibilityTimeoutSeconds: 60 } as const;
    const { activities } = simulate({ seconds: 1800, load, tasks: TASKS, scaling: { minCapacity: 2, maxCapacity: 8, policies }, desiredCount: 4 });
    expect(activities.map(({ to }) => to)).toEqual([3, 2]);
  });

  test('within a cooldown only the difference is added', () => {
    const policies = [{ kind: 'step', name: 'steps', alarm, adjustment: 'ChangeInCapacity', steps, cooldownSeconds: 600 } as const];
    const scaling = { minCapacity: 4, maxCapacity: 20, policies };
    const { activities } = simulate(web((second) => (second < 400 ? 32 : 60), { scaling, desiredCount: 5 }));
    expect(activities.slice(0, 2)).toMatchObject([{ from: 5, to: 6 }, { from: 6, to: 8 }]);
  });
});

describe('a queue', () => {
  const queue = (messages: number, processingSeconds: number) => ({
    kind: 'queue', messagesPerSecond: (second: number) => (second === 0 ? messages : 0), processingSeconds, visibilityTimeoutSeconds: 300,
  } as const);

  test('is worked off by as many tasks as there are', () => {
    const { idleFrom, maxBacklog, taskHours } = simulate({
      seconds: 600, load: queue(100, 10), tasks: TASKS, scaling: { minCapacity: 5, maxCapacity: 5, policies: [] },
    });
    expect(idleFrom).toBe(200);
    expect(maxBacklog).toBe(95);
    expect(taskHours).toBeCloseTo(5 * 601 / 3600);
  });

  test('is not at rest while a task works', () => {
    const scaling = { minCapacity: 1, maxCapacity: 1, policies: [] };
    expect(simulate({ seconds: 60, load: queue(1, 90), tasks: TASKS, scaling }).idleFrom).toBeUndefined();
  });

  const cut = (tasks: Scenario['tasks']) => simulate({
    seconds: 1200,
    load: queue(4, 100),
    tasks,
    scaling: { minCapacity: 4, maxCapacity: 4, policies: [], schedule: [{ atSecond: 20, minCapacity: 1, maxCapacity: 1 }] },
  });

  test('gets back what a task that is killed was working on', () => {
    const { interrupted, idleFrom } = cut(TASKS);
    expect(interrupted).toBe(3);
    // One task works on them when they are visible again.
    expect(idleFrom).toBe(600);
  });

  test.each([{ ...TASKS, stopTimeoutSeconds: 110 }, { ...TASKS, protectsBusyTasks: true }])('loses nothing with %j', (tasks) => {
    expect(cut(tasks)).toMatchObject({ interrupted: 0, idleFrom: 100 });
  });
});
