import { deploymentTime, TYPICAL, type DeploymentSettings, type ShiftSettings, type TargetSettings } from '../../src/timing';

const TARGET: TargetSettings = { intervalSeconds: 10, healthyThreshold: 2, unhealthyThreshold: 3, deregistrationDelaySeconds: 30 };
const ROLLING: DeploymentSettings = {
  tasks: 10, minHealthyPercent: 100, maxHealthyPercent: 200, targets: [TARGET], containerCheckIntervals: [], stopTimeoutSeconds: 30,
};

function of(settings: Partial<DeploymentSettings>, estimates = TYPICAL) {
  return deploymentTime({ ...ROLLING, ...settings }, estimates)!;
}

function shifted(shift: Partial<ShiftSettings>, settings: Partial<DeploymentSettings> = {}) {
  return of({ ...settings, shift: { stepBakeSeconds: 0, bakeSeconds: 0, hasTestRoute: false, ...shift } }).shift.atMost;
}

test('the parts of a rolling deployment follow each other', () => {
  expect(of({})).toEqual({
    waves: 1,
    start: { atLeast: 30, atMost: 30 },
    healthy: { atLeast: 5, atMost: 15 },
    shift: { atLeast: 0, atMost: 0 },
    drain: { atLeast: 30, atMost: 30 },
    stop: { atLeast: 2, atMost: 30 },
    atLeast: 67,
    atMost: 105,
  });
});

describe('waves', () => {
  test.each([
    [10, 100, 200, 1],
    [10, 50, 200, 1],
    [10, 100, 150, 2],
    [10, 50, 100, 2],
    [10, 100, 110, 10],
    [10, 90, 100, 10],
    [1, 0, 100, 1],
    [3, 66, 200, 1],
    [0, 100, 200, 0],
  ])('%i tasks between %i and %i percent take %i', (tasks, minHealthyPercent, maxHealthyPercent, waves) => {
    const time = of({ tasks, minHealthyPercent, maxHealthyPercent });
    expect(time.waves).toBe(waves);
    expect(time.start.atMost).toBe(waves * TYPICAL.startSeconds);
    expect(time.healthy.atMost).toBe(waves * 15);
  });

  test.each([[10, 100, 100], [1, 100, 150], [1, 1, 100], [5, 100, 119]])('%i tasks between %i and %i percent never end', (tasks, minHealthyPercent, maxHealthyPercent) => {
    expect(deploymentTime({ ...ROLLING, tasks, minHealthyPercent, maxHealthyPercent }, TYPICAL)).toBeUndefined();
  });
});

describe('a new target', () => {
  const healthy = (bootSeconds: number) => of({}, { ...TYPICAL, bootSeconds }).healthy;

  test('needs one good check, whatever the threshold', () => expect(healthy(0)).toEqual({ atLeast: 0, atMost: 10 }));
  test('that fails less often than the threshold still does', () => expect(healthy(20)).toEqual({ atLeast: 20, atMost: 30 }));
  test('that may have been called unhealthy may need as many as the other threshold', () => expect(healthy(25)).toEqual({ atLeast: 25, atMost: 45 }));
  test('that was called unhealthy needs as many', () => expect(healthy(30)).toEqual({ atLeast: 40, atMost: 50 }));
});

describe('a container', () => {
  test.each([[30, 5, 30], [5, 5, 5], [5, 6, 10], [10, 0, 10]])('checked every %i s that boots in %i s is healthy after %i s', (interval, bootSeconds, seconds) => {
    const { healthy } = of({ targets: [], containerCheckIntervals: [interval] }, { ...TYPICAL, bootSeconds });
    expect(healthy).toEqual({ atLeast: seconds, atMost: seconds });
  });

  test('is waited for beside the load balancer, not after it', () => {
    expect(of({ containerCheckIntervals: [30] }).healthy).toEqual({ atLeast: 30, atMost: 30 });
  });
});

test('without load balancer and health check a task counts once it answers, and nothing drains', () => {
  expect(of({ targets: [] })).toMatchObject({ healthy: { atLeast: 5, atMost: 5 }, drain: { atLeast: 0, atMost: 0 } });
});

test('the slowest of several target groups counts', () => {
  const slow = { ...TARGET, intervalSeconds: 30, deregistrationDelaySeconds: 300 };
  expect(of({ targets: [TARGET, slow] })).toMatchObject({ healthy: { atMost: 35 }, drain: { atMost: 300 } });
});

test('a program that minds SIGTERM ends before its time, and is killed then', () => {
  expect(of({ stopTimeoutSeconds: 120 }).stop).toEqual({ atLeast: 2, atMost: 120 });
  expect(of({ stopTimeoutSeconds: 1 }).stop).toEqual({ atLeast: 1, atMost: 1 });
});

test('old tasks that are left for later are not waited for', () => {
  expect(of({ leavesOldTasks: true })).toMatchObject({ drain: { atMost: 0 }, stop: { atMost: 0 } });
});

describe('shifting traffic', () => {
  test('all at once bakes once', () => expect(shifted({ bakeSeconds: 300 })).toBe(300));
  test('in equal steps bakes between them, and after the last', () => expect(shifted({ stepPercent: 10, stepBakeSeconds: 360, bakeSeconds: 60 })).toBe(9 * 360 + 60));
  test('in steps that leave a rest takes one more', () => expect(shifted({ stepPercent: 30, stepBakeSeconds: 60 })).toBe(180));
  test('in one wave, whatever the percentages', () => {
    expect(of({ maxHealthyPercent: 100, shift: { stepBakeSeconds: 0, bakeSeconds: 0, hasTestRoute: false } }).waves).toBe(1);
  });

  test('takes ten minutes more on a network load balancer, and again for test traffic', () => {
    const targets = [{ ...TARGET, onNetworkBalancer: true }];
    expect(shifted({}, { targets })).toBe(600);
    expect(shifted({ hasTestRoute: true }, { targets })).toBe(1200);
    expect(of({ targets }).shift.atMost).toBe(0);
  });

  test('takes ten minutes more on a network load balancer for the stage, or for each of its steps', () => {
    const targets = [{ ...TARGET, onNetworkBalancer: true }];
    const shift = { stepPercent: 25, stepBakeSeconds: 60, bakeSeconds: 300, hasTestRoute: true };
    expect(of({ targets, shift }).shift).toEqual({ atLeast: 3 * 60 + 300 + 2 * 600, atMost: 3 * 60 + 300 + 5 * 600 });
  });
});
