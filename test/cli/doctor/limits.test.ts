import { findingsOf, toldOf } from './said-of';
import type { Account, LogTail } from '../../../src/cli/collect/account';
import type { Container, Task, TaskDefinition } from '../../../src/cli/collect/shapes';
import { minutesAgo } from '../../../src/gotchas/fixtures/recorded/arns';
import { instance, onInstances, rollingOut, stopped, withContainer, withLive, withStopped, type ContainerDefinition } from '../../../src/gotchas/fixtures/recorded/changed';
import { taskDefinition } from '../../../src/gotchas/fixtures/recorded/healthy';

const EXITED = { stopCode: 'EssentialContainerExited', stoppedReason: 'Essential container in task exited' } as const;
const OOM = 'OutOfMemoryError: Container killed due to memory usage';
const oom = (container: Partial<Container>, task: Partial<Task> = {}): Partial<Task> => ({
  ...EXITED, cpu: '256', memory: '512', containers: [{ name: 'app', exitCode: 137, reason: OOM, ...container }], ...task,
});

/** The finding of one gotcha, as detail and fix. */
function told(account: Account, id: string): string {
  const [{ detail, fix, why }] = findingsOf(account, id);
  return [detail.replace(/^.*last hour\) /, ''), fix, why].join('\n');
}

const withContainers = (...containers: readonly Partial<ContainerDefinition>[]): TaskDefinition => ({
  ...taskDefinition,
  containerDefinitions: containers.map((container, index) => (
    { ...taskDefinition.containerDefinitions![0], ...index > 0 && { portMappings: [] }, ...container })),
});

describe('a task that was killed for its memory names the limit, its number and its option', () => {
  test.each<[string, Partial<Task>, string, string]>([
    ['that of the task', oom({}), 'the containers together may use 512 MiB (memory of the task)', 'raise memory of the task above 512 MiB (memoryLimitMiB of a FargateTaskDefinition, or size: FargateSize.of(256, 1024))'],
    ['that of the container', oom({ memory: '128' }), 'container app may use 128 MiB (memory of the container)', 'raise memory of container app above 128 MiB (memoryLimitMiB in the CDK)'],
    ['that of the container, as high as the task', oom({ memory: '512' }), 'the containers together may use 512 MiB', 'raise memory of the task and of container app above 512 MiB'],
    ['an override of it', oom({ memory: '128' }, { overrides: { containerOverrides: [{ name: 'app', memory: 192 }] } }), 'container app may use 192 MiB', 'above 192 MiB'],
    ['an override of the task', oom({}, { overrides: { memory: '2 GB' } }), 'together may use 2048 MiB', 'above 2048 MiB (memoryLimitMiB of a FargateTaskDefinition, or size of a Fargate service)'],
    ['either, where the containers may use more than the task has', oom({ memory: '384' }, { containers: [{ name: 'app', memory: '384', exitCode: 137, reason: OOM }, { name: 'agent', memory: '256', exitCode: 0 }] }),
      'container app may use 384 MiB (memory of the container), and all containers together 512 MiB (memory of the task)', 'raise memory of container app'],
    ['without a word of AWS, beside the container that answers', oom({}, { containers: [{ name: 'app', exitCode: 137, memory: '300' }, { name: 'agent', exitCode: 0, memory: '64' }] }), 'mostly for the memory that container app uses: container app may use 300 MiB', 'above 300 MiB'],
  ])('%s', (_, task, means, fix) => {
    const account = withStopped(task);
    expect(toldOf(account)).toEqual(['error dep-oom']);
    expect(told(account, 'dep-oom')).toContain(means);
    expect(told(account, 'dep-oom')).toContain(fix);
  });

  test('on an instance, where a reservation is no limit', () => {
    const account = onInstances([instance()], { runningCount: 0, deployments: [rollingOut()] });
    const stops = stopped(4, { ...oom({ memoryReservation: '256' }, { memory: undefined }), launchType: 'EC2' });
    const text = told({ ...account, clusters: [{ ...account.clusters[0], stoppedTasks: stops }] }, 'dep-oom');
    expect(text).toContain('container app has no limit (memoryReservation is 256 MiB, which is none), so its instance had no memory left');
    expect(text).toContain('raise memoryReservation of container app');
  });

  test('two revisions with two limits are one fault, with the limit of the newer', () => {
    const stops = [...stopped(2, oom({}, { memory: '1024' })), ...stopped(2, oom({}, { stoppedAt: minutesAgo(40) }))];
    const account = withLive({}, { runningCount: 0, deployments: [rollingOut()] }, { stoppedTasks: stops });
    expect(findingsOf(account, 'dep-oom')).toMatchObject([{ detail: expect.stringContaining('may use 1024 MiB') }]);
  });

  test('a limit that is in no answer is not invented', () => {
    expect(told(withStopped({ ...EXITED, containers: [{ name: 'app', exitCode: 137 }] }), 'dep-oom')).toMatch(/^were killed \(exit code 137\), mostly for the memory that container app uses\n/);
  });
});

describe('exit code 137 is the limit that was reached', () => {
  const late = { stoppingAt: minutesAgo(6), executionStoppedAt: new Date(minutesAgo(6).getTime() + 31_000) };
  const both = [{ name: 'app', exitCode: 0 }, { name: 'proxy', exitCode: 137 }];
  const two = (app: Partial<ContainerDefinition>, proxy: Partial<ContainerDefinition>) => ({ taskDefinition: withContainers({ name: 'app', ...app }, { name: 'proxy', ...proxy }) });

  test('not memory, where another container ended and this one did not end in time', () => {
    expect(toldOf(withStopped({ ...EXITED, ...late, containers: both }))).toEqual(['error ops-unknown-stop']);
    expect(told(withStopped({ ...EXITED, ...late, containers: both }), 'ops-unknown-stop')).toContain('container app ended by itself');
  });

  test('not memory, where this one is not essential', () => {
    expect(toldOf(withStopped({ ...EXITED, containers: both }, two({}, { essential: false })))).toEqual(['error ops-unknown-stop']);
  });

  test('memory, where it came long before its stopTimeout', () => {
    expect(toldOf(withStopped({ ...EXITED, ...late, containers: both }, two({}, { stopTimeout: 120 })))).toEqual(['error dep-oom']);
  });

  const scaledIn: Partial<Task> = { stopCode: 'ServiceSchedulerInitiated', stoppedReason: 'Scaling activity initiated by (deployment ecs-svc/1)', containers: [{ name: 'app', exitCode: 137 }] };
  const spot: Partial<Task> = { stopCode: 'SpotInterruption', stoppedReason: 'Your Spot Task was interrupted.', containers: [{ name: 'app', exitCode: 137 }], capacityProviderName: 'FARGATE_SPOT', launchType: undefined };
  test.each<[string, string, Partial<Task>, Partial<ContainerDefinition>, string, string]>([
    ['the default of stopTimeout', 'dep-pid1-signals', scaledIn, {}, 'ran on after SIGTERM, until container app was killed 30 s later (the default of stopTimeout)', 'raise its stopTimeout above 30 s, 120 s at most,'],
    ['stopTimeout', 'dep-pid1-signals', scaledIn, { stopTimeout: 75 }, 'killed 75 s later (its stopTimeout)', 'above 75 s'],
    ['the most of stopTimeout', 'dep-pid1-signals', scaledIn, { stopTimeout: 120 }, 'killed 120 s later', 'Fargate allows no stopTimeout above 120 s'],
    ['that of Spot', 'dep-stop-timeout-vs-spot', spot, {}, 'were interrupted, as Spot tasks are, and container app was killed 30 s later (the default of stopTimeout)', 'raise its stopTimeout above 30 s'],
  ])('%s', (_, id, task, container, means, fix) => {
    const account = withLive({ taskDefinition: withContainer(container) }, {}, { stoppedTasks: stopped(1, task) });
    expect(toldOf(account)).toEqual([`warning ${id}`]);
    expect(told(account, id)).toContain(means);
    expect(told(account, id)).toContain(fix);
  });

  test('of another revision, whose stopTimeout was not read, as long as it took', () => {
    const account = withLive({}, {}, { stoppedTasks: stopped(1, { ...scaledIn, ...late, taskDefinitionArn: `${taskDefinition.taskDefinitionArn}0` }) });
    expect(told(account, 'dep-pid1-signals')).toContain('killed 31 s later, once its stopTimeout was over');
  });

  test('a Spot task that ended on SIGTERM is no fault', () => {
    expect(toldOf(withLive({}, {}, { stoppedTasks: stopped(1, { ...spot, containers: [{ name: 'app', exitCode: 143 }] }) }))).toEqual([]);
  });
});

describe('a container that others wait for has startTimeout', () => {
  const failed: Partial<Task> = { stopCode: 'TaskFailedToStart', stoppedReason: 'Task failed to start', startedAt: undefined };
  const definition = withContainers({ name: 'app', dependsOn: [{ containerName: 'db', condition: 'HEALTHY' }] }, { name: 'db', startTimeout: 45, healthCheck: { command: ['CMD', 'ready'] } });
  const killed = (...containers: Container[]): Partial<Task> => ({ ...failed, containers });

  test.each<[string, Partial<Task>, string]>([
    ['on Fargate, which names no reason', killed({ name: 'db', exitCode: 137 }, { name: 'app' }), 'gave up waiting for container db after its startTimeout, which is 45 s'],
    ['on an instance, in the words of its agent', { ...killed({ name: 'app', reason: 'CannotStartContainerError: dependency graph: container ordering dependency [db(postgres:16) (RUNNING->RUNNING)] for target [app(shop) (NONE->RUNNING)] has timed out.' }), launchType: 'EC2' }, 'gave up waiting for container db after its startTimeout, which is 45 s'],
  ])('%s', (_, task, means) => {
    const account = withStopped(task, { taskDefinition: definition });
    expect(toldOf(account)).toEqual(['error dep-healthy-without-healthcheck']);
    expect(told(account, 'dep-healthy-without-healthcheck')).toContain(means);
    expect(told(account, 'dep-healthy-without-healthcheck')).toContain('raise its startTimeout above 45 s');
  });

  test.each<[string, Partial<Task>, TaskDefinition]>([
    ['another container names a reason', killed({ name: 'db', exitCode: 137 }, { name: 'app', reason: 'CannotPullContainerError: x: not found' }), definition],
    ['it ended by itself', killed({ name: 'db', exitCode: 1 }, { name: 'app' }), definition],
    ['it has no startTimeout', killed({ name: 'db', exitCode: 137 }, { name: 'app' }), withContainers({ name: 'app', dependsOn: [{ containerName: 'db', condition: 'HEALTHY' }] }, { name: 'db' })],
    ['it only has to start', killed({ name: 'db', exitCode: 137 }, { name: 'app' }), withContainers({ name: 'app', dependsOn: [{ containerName: 'db', condition: 'START' }] }, { name: 'db', startTimeout: 45 })],
  ])('which is not the reason where %s', (_, task, task7) => {
    expect(findingsOf(withStopped(task, { taskDefinition: task7 }), 'dep-healthy-without-healthcheck').filter(({ detail }) => detail.includes('startTimeout'))).toEqual([]);
  });
});

test('a failed container health check names how long it was patient', () => {
  const task: Partial<Task> = { stopCode: 'ServiceSchedulerInitiated', stoppedReason: 'Task failed container health checks', containers: [{ name: 'app', exitCode: 137, healthStatus: 'UNHEALTHY' }] };
  const account = withStopped(task, { taskDefinition: withContainer({ healthCheck: { command: ['CMD', 'x'], interval: 10, retries: 2, startPeriod: 15 } }) });
  expect(toldOf(account)).toContain('error dep-startup-longer-than-check');
  expect(told(account, 'dep-startup-longer-than-check')).toContain('that of container app has an interval of 10 s, 2 retries and startPeriod of 15 s, so 20 s of failures end the task');
});

test.each<[string, Partial<Task>, string, string]>([
  ['by default', {}, '20 GiB without ephemeralStorage', 'above 20 GiB'],
  ['as it is set', { ephemeralStorage: { sizeInGiB: 40 } }, 'ephemeralStorage is 40 GiB', 'above 40 GiB'],
])('a disk without room names its size, %s', (_, task, means, fix) => {
  const reason = 'CannotPullContainerError: ref pull has been retried 1 time(s): failed to extract layer sha256:20ba09231e05: write /app/model.bin: no space left on device: unknown';
  const account = withStopped({ stopCode: 'TaskFailedToStart', stoppedReason: reason, startedAt: undefined, ...task });
  expect(toldOf(account)).toEqual(['error sto-fargate-volume-kinds']);
  expect(told(account, 'sto-fargate-volume-kinds')).toContain(means);
  expect(told(account, 'sto-fargate-volume-kinds')).toContain(fix);
});

test.each<[string, Partial<ContainerDefinition>, string]>([
  ['for a container that ended too soon', { restartPolicy: { enabled: true, restartAttemptPeriod: 90 } }, 'starts it again once it has run for 90 s (restartAttemptPeriod), and it ended sooner'],
  ['by default', { restartPolicy: { enabled: true } }, 'starts it again once it has run for 300 s (restartAttemptPeriod), and it ended sooner'],
  ['for an exit code that it ignores', { restartPolicy: { enabled: true, ignoredExitCodes: [0, 3] } }, 'does not start it again after exit code 3, one of ignoredExitCodes'],
])('a restart policy that did nothing is the reason, %s', (_, container, why) => {
  const account = withStopped({ ...EXITED, containers: [{ name: 'app', exitCode: 3 }] }, { taskDefinition: withContainer(container) });
  expect(told(account, 'ops-unknown-stop')).toContain(`The restart policy of container app ${why}`);
});

describe('a log that was read names limits that ECS does not know', () => {
  const logged = (lines: readonly string[], container: Partial<ContainerDefinition> = {}, change: Partial<Task> = {}, exitCode = 1): Account => {
    const stops = stopped(4, { ...EXITED, containers: [{ name: 'app', exitCode }], ...change });
    const tail: LogTail = { container: 'app', task: '1', group: '/shop/web', stream: 'web/app/1', lines };
    const logTails = new Map([[stops[0].taskArn!, tail]]);
    const deploying = { runningCount: 0, deployments: [rollingOut()] };
    return withLive({ taskDefinition: withContainer(container) }, deploying, { stoppedTasks: stops, logTails });
  };
  const EC2 = { launchType: 'EC2' } as const;

  test.each<[string, Account, string, string]>([
    ['open files', logged(['Error: accept4: too many open files'], { ulimits: [{ name: 'nofile', softLimit: 4096, hardLimit: 8192 }] }), 'container app may open no more files (4096: softLimit of nofile)', 'raise nofile in ulimits of container app above 4096'],
    ['open files by default', logged(['Error: EMFILE: open', 'bye']), 'may open no more files (65535', 'above 65535'],
    ['shared memory', logged(['FATAL: could not resize shared memory segment "/PostgreSQL.1": No space left on device'], { linuxParameters: { sharedMemorySize: 128 } }, EC2), 'no shared memory left (128 MiB of /dev/shm)', 'raise sharedMemorySize in linuxParameters of container app above 128 MiB'],
    ['tmpfs', logged(['write /tmp/upload-1: no space left on device'], { linuxParameters: { tmpfs: [{ containerPath: '/tmp', size: 64 }] } }), 'no room left in its tmpfs /tmp (64 MiB)', 'raise size of the tmpfs /tmp above 64 MiB'],
    ['a disk', logged(['OSError: [Errno 28] No space left on device: \'/data/a\'']), 'no room left on a disk', 'raise ephemeralStorage'],
    ['a heap of Node.js', logged(['FATAL ERROR: Reached heap limit Allocation failed - JavaScript heap out of memory'], {}, {}, 134), 'the heap of Node.js in container app was full', '--max-old-space-size'],
    ['a heap of Java', logged(['java.lang.OutOfMemoryError: Java heap space']), 'the heap of the Java virtual machine', '-XX:MaxRAMPercentage'],
    ['threads', logged(['java.lang.OutOfMemoryError: unable to create native thread: possibly out of memory or process/resource limits reached'], {}, EC2), 'may start no more threads or processes', 'raise nproc'],
    ['a read-only root', logged(['EROFS: read-only file system, open \'/app/cache\''], { readonlyRootFilesystem: true }), 'root file system that is read-only', 'writablePaths'],
  ])('%s', (_, account, means, fix) => {
    expect(toldOf(account)).toEqual(['error ops-unknown-stop']);
    expect(told(account, 'ops-unknown-stop').split(': by its log, ')[1]).toContain(means);
    expect(told(account, 'ops-unknown-stop')).toContain(fix);
  });

  test.each([[['listening on 8080', 'Error: connect ECONNREFUSED']], [['ENOSPC: System limit for number of file watchers reached']], [[]]])('%j names none', (lines) => {
    expect(told(logged(lines), 'ops-unknown-stop')).toContain('(exit code 1)\nread the last log lines of container app');
  });
});
