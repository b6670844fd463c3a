import type { Report } from '../../../../src/cli/report/report';
import { Unknown } from '../../../../src/facts/fact';
import { ARNS, NOW } from '../../../../src/gotchas/fixtures/recorded/arns';
import { stopped } from '../../../../src/gotchas/fixtures/recorded/changed';
import { at, done, NEW, OLD, play, playAll } from './played';

const time = (seconds: number): Date => new Date(NOW.getTime() + seconds * 1000);
const GONE = 'CannotPullContainerError: failed to resolve ref web:8: not found';
const stops = (number: number, change: object = {}) =>
  ({ stoppedTasks: stopped(number, { stopCode: 'TaskFailedToStart', stoppedReason: GONE, startedBy: NEW.id, stoppedAt: time(3), ...change }) });

describe('while a deployment fails', () => {
  test('the cause of its first stopped task is printed with its fix as soon as it is there, and once', async () => {
    const { text } = await play([at(0), at(5, {}, {}, stops(1)), at(10, {}, {}, stops(2)), at(15, {}, {}, stops(3)), done]);
    const [before] = text.split('✔');
    expect(before).toContain([
      '12:00:05 shop/web: stopped tasks (1 task in the last hour) find no image by their tag or digest [dpl-image-gone]',
      `  aws:  ${GONE}`,
      '  why:  ',
    ].join('\n'));
    expect(before).toMatch(/^ {2}fix: {2}\S/m);
    expect(text.match(/dpl-image-gone/g)).toHaveLength(1);
  });

  test('each cause is printed, and an event that repeats one is not', async () => {
    const event = { id: 'e5', createdAt: time(4), message: `(service web) was unable to place a task. Reason: ${GONE}.` };
    const crash = { stopCode: 'EssentialContainerExited', stoppedReason: 'Essential container in task exited', containers: [{ name: 'app', exitCode: 139 }] };
    const both = { stoppedTasks: [...stops(1).stoppedTasks, ...stops(1, crash).stoppedTasks] };
    const { text } = await play([at(0), at(5, { events: [event] }, {}, stops(1)), at(10, { events: [event] }, {}, both), done]);
    expect(text.match(/dpl-image-gone/g)).toHaveLength(1);
    expect(text).toContain('container app crashed');
  });

  test('an event has it where stopped tasks may not be read', async () => {
    const event = { id: 'e5', createdAt: time(4), message: `(service web) was unable to place a task. Reason: ${GONE}.` };
    const { text } = await play([at(0), at(5, { events: [event] }, {}, { stoppedTasks: new Unknown('denied') }), done]);
    expect(text).toContain('an event (of ECS) reports that tasks find no image by their tag or digest [dpl-image-gone]\n');
  });

  test('tasks of the revision before, and of the time before, are not its cause', async () => {
    const old = {
      stoppedTasks: [
        ...stops(1, { startedBy: OLD.id, taskDefinitionArn: ARNS.oldTask }).stoppedTasks,
        ...stops(1, { startedBy: 'ecs-svc/1', stoppedAt: time(-600) }).stoppedTasks,
      ],
    };
    const { text } = await play([at(0, {}, {}, old), at(5, {}, {}, old), done]);
    expect(text).not.toContain('stopped tasks');
  });

  test('tasks that were scaled in are none', async () => {
    const scaledIn = stops(2, { stopCode: 'ServiceSchedulerInitiated', stoppedReason: 'Scaling activity initiated by (deployment ecs-svc/8)' });
    const { text } = await play([at(0), at(5, {}, {}, scaledIn), done]);
    expect(text).not.toContain('stopped tasks');
  });

  test('Spot interruptions are none', async () => {
    const { text } = await play([at(0), at(5, {}, {}, stops(1, { stopCode: 'SpotInterruption', stoppedReason: 'Your Spot Task was interrupted.' })), done]);
    expect(text).not.toContain('stopped tasks');
  });

  test('of several services each has its own', async () => {
    const { text } = await playAll({ 'shop/web': [at(0, {}, {}, stops(1)), done], 'shop/api': [at(0, {}, {}, stops(1)), done] });
    expect(text.match(/12:00:00 shop\/(web|api): stopped tasks/g)).toHaveLength(2);
  });

  test('an event is no command for a CI system', async () => {
    const event = { id: 'e5', createdAt: time(4), message: 'x ##[group]y' };
    expect((await play([at(0), at(5, { events: [event] }), done])).text).toContain('x ## [group]y');
  });

  test('nothing secret and no command for a CI system gets out', async () => {
    const { text } = await play([at(0), at(5, {}, {}, stops(1, { stoppedReason: 'SomethingNew: https://u:hunter2@host ##[error]x\u001b[2J' })), done]);
    expect(text).toContain('https://u:(redacted)@host ## [error]x');
    expect(text).not.toMatch(/hunter2|\u001b/);
  });
});

describe('a hook that pauses the deployment', () => {
  const paused = {
    status: 'IN_PROGRESS' as const,
    serviceDeploymentArn: 'arn:aws:ecs:eu-west-1:111122223333:service-deployment/shop/web/1',
    lifecycleStage: 'POST_TEST_TRAFFIC_SHIFT' as const,
    lifecycleHookDetails: [{ hookId: 'h-1', status: 'AWAITING_ACTION' as const, expiresAt: time(3600), timeoutAction: 'ROLLBACK' as const }],
  };

  test('is printed once, with its id, its end and the command that continues', async () => {
    const { text } = await play([at(0), at(5, {}, paused), at(10, {}, paused), done]);
    expect(text.match(/lifecycle hook h-1/g)).toHaveLength(1);
    expect(text).toContain([
      '12:00:05 shop/web: lifecycle hook h-1 holds the deployment at POST_TEST_TRAFFIC_SHIFT; ' + `at ${time(3600).toISOString()} its timeout action is ROLLBACK`,
      `  go on: aws ecs continue-service-deployment --service-deployment-arn ${paused.serviceDeploymentArn} --hook-id h-1 --action CONTINUE (or ROLLBACK)`,
    ].join('\n'));
  });

  test('a function that runs is no pause', async () => {
    const { text } = await play([at(0, {}, { ...paused, lifecycleHookDetails: [{ hookId: 'h-1', status: 'IN_PROGRESS' }] }), done]);
    expect(text).not.toContain('lifecycle hook');
  });
});

describe('a deployment without progress', () => {
  const place = { name: 'shop/web', kind: 'service', source: 'shop' };
  const report: Report = {
    verb: 'doctor',
    places: [],
    gaps: [],
    ok: 1,
    findings: [
      { id: 'net-health-check-misfit', severity: 'error', at: place, detail: 'targets (2 of 2 targets of web) don\'t answer the health check in time', fix: 'open the port' },
      { id: 'scl-at-max', severity: 'warning', at: place, detail: 'maxCapacity (2) is reached' },
    ],
  };
  const counted = (answer: () => Promise<Report>) => {
    let asked = 0;
    return { diagnose: () => { asked++; return answer(); }, asked: () => asked };
  };
  /** Readings every five seconds from one second to another. */
  const looks = (from: number, to: number, make = (seconds: number) => at(seconds)) =>
    Array.from({ length: (to - from) / 5 + 1 }, (_, index) => make(from + 5 * index));

  const CANARY: Parameters<typeof at>[1] = { deploymentConfiguration: { canaryConfiguration: { canaryPercent: 10, canaryBakeTimeInMinutes: 15 } } };
  const draining = (state: 'healthy' | 'unhealthy') => new Map([[ARNS.targetGroup, [{ TargetHealth: { State: state } }, { TargetHealth: { State: 'draining' as const } }]]]);

  test('is diagnosed after four minutes, and its errors are printed', async () => {
    const { diagnose, asked } = counted(async () => report);
    const { code, text } = await play([...looks(0, 300), done], undefined, { diagnose });
    expect(asked()).toBe(1);
    expect(text).toContain('12:04:05 shop/web: no progress for 4 min 0 s; the doctor finds 1 error, and 1 warning that doctor shows without --watch\n'
      + '12:04:05 shop/web: targets (2 of 2 targets of web) don\'t answer the health check in time [net-health-check-misfit]\n  fix:  open the port\n');
    expect(code).toBe(0);
  });

  test('is diagnosed again every ten minutes, and prints what is new', async () => {
    const { diagnose, asked } = counted(async () => report);
    const { text } = await play([...looks(0, 1500), done], undefined, { diagnose });
    expect(asked()).toBe(3);
    expect(text.match(/no progress for/g)).toHaveLength(1);
    expect(text.match(/net-health-check-misfit/g)).toHaveLength(1);
  });

  test('is diagnosed at once if it is old when the watch begins', async () => {
    const { diagnose, asked } = counted(async () => ({ ...report, findings: [] }));
    const { text } = await play([...looks(12_000, 12_010), done], undefined, { diagnose });
    expect(asked()).toBe(1);
    expect(text).toContain('no progress for 3 h 20 min; the doctor finds no error\n');
  });

  test('tasks that start and die again are no progress', async () => {
    const flapping = (seconds: number) =>
      at(seconds, { deployments: [{ ...NEW, runningCount: seconds % 20 === 0 ? 1 : 0, failedTasks: Math.floor(seconds / 20) }, OLD] });
    const { diagnose, asked } = counted(async () => report);
    await play([...looks(0, 300, flapping), done], undefined, { diagnose });
    expect(asked()).toBe(1);
  });

  test.each<[string, (seconds: number) => ReturnType<typeof at>]>([
    ['more tasks', (seconds) => at(seconds, { deployments: [{ ...NEW, runningCount: Math.floor(seconds / 200) }, OLD] })],
    ['fewer old tasks', (seconds) => at(seconds, { deployments: [NEW, { ...OLD, runningCount: 9 - Math.floor(seconds / 200) }] })],
    ['another stage', (seconds) => at(seconds, {}, { status: 'IN_PROGRESS', lifecycleStage: seconds < 200 ? 'SCALE_UP' : seconds < 400 ? 'POST_SCALE_UP' : 'TEST_TRAFFIC_SHIFT' })],
    ['the bake time', (seconds) => at(seconds, {}, { status: 'IN_PROGRESS', lifecycleStage: 'BAKE_TIME' })],
    ['a hook that waits', (seconds) => at(seconds, {}, { status: 'IN_PROGRESS', lifecycleHookDetails: [{ hookId: 'h', status: 'AWAITING_ACTION' }] })],
    ['a step of a canary', (seconds) => at(seconds, CANARY, { status: 'IN_PROGRESS', lifecycleStage: 'PRODUCTION_TRAFFIC_SHIFT' })],
    ['targets of old tasks that finish their requests', (seconds) => at(seconds, { deployments: [{ ...NEW, runningCount: 2 }, OLD] }, {}, { targets: draining('healthy') })],
  ])('%s: nothing is diagnosed', async (_, make) => {
    const { diagnose, asked } = counted(async () => report);
    await play([...looks(0, 420, make), done], undefined, { diagnose });
    expect(asked()).toBe(0);
  });

  test.each<[string, (seconds: number) => ReturnType<typeof at>]>([
    ['a step of a canary that takes longer than it is to', (seconds) => at(seconds, { ...CANARY, deploymentConfiguration: { canaryConfiguration: { canaryBakeTimeInMinutes: 4 } } }, { status: 'IN_PROGRESS', lifecycleStage: 'PRODUCTION_TRAFFIC_SHIFT' })],
    ['targets that drain beside ones that never get healthy', (seconds) => at(seconds, { deployments: [{ ...NEW, runningCount: 2 }, OLD] }, {}, { targets: draining('unhealthy') })],
  ])('%s: is diagnosed', async (_, make) => {
    const { diagnose, asked } = counted(async () => report);
    await play([...looks(0, 420, make), done], undefined, { diagnose });
    expect(asked()).toBe(1);
  });

  test('a diagnosis that fails is reported, and ends nothing', async () => {
    const { diagnose } = counted(async () => { throw new Error('ecs:DescribeClusters was refused for https://u:hunter2@h'); });
    const { code, text } = await play([...looks(0, 260), done], undefined, { diagnose });
    expect(text).toContain('the diagnosis failed: ecs:DescribeClusters was refused for https://u:(redacted)@h');
    expect(code).toBe(0);
  });
});

describe('--timeout', () => {
  test('ends with 2 what is neither steady nor failed', async () => {
    const { code, slept, text } = await play([at(0), at(5), at(10), at(12)], undefined, { timeoutMs: 12_000 });
    expect({ code, slept }).toEqual({ code: 2, slept: 12_000 });
    expect(text).toMatch(/\? shop\/web: neither steady nor failed after 12 s \(--timeout\): web:7 primary: 0 of 2 running, 2 pending \(IN_PROGRESS\)\n$/);
  });

  test('ends with 1 where another service failed, and with 0 where all are steady in time', async () => {
    const failed = at(5, {}, { status: 'STOPPED' });
    expect(await playAll({ 'shop/web': [failed], 'shop/api': [at(0), at(5)] }, undefined, { timeoutMs: 5_000 })).toMatchObject({ code: 1 });
    expect(await play([at(0), done], undefined, { timeoutMs: 5_000 })).toMatchObject({ code: 0 });
  });

  test('ends what AWS never answers', async () => {
    const { code, text } = await play([new Error('no'), new Error('no')], undefined, { timeoutMs: 5_000 });
    expect(code).toBe(2);
    expect(text).toContain('? shop/web: neither steady nor failed after 5 s (--timeout)');
  });
});
