import { withLive, withStopped, stopped } from '../../../src/gotchas/fixtures/recorded/changed';
import { findingsOf, toldOf } from './said-of';
import type { Task } from '../../../src/cli/collect/shapes';

const INIT = 'ResourceInitializationError: ';
const PULL = 'CannotPullContainerError: ';
const failed = (stoppedReason: string): Partial<Task> => ({ stopCode: 'TaskFailedToStart', stoppedReason, startedAt: undefined });
const exited = (exitCode: number, change: Partial<Task> = {}): Partial<Task> => ({
  stopCode: 'EssentialContainerExited', stoppedReason: 'Essential container in task exited', containers: [{ name: 'app', exitCode }], startedAt: undefined, ...change,
});

describe('each reason of stopped tasks is one error, and its consequences none', () => {
  test.each<[string, Partial<Task>]>([
    ['log-group-missing', failed(`${INIT}failed to validate logger args: create stream has been retried 1 times: failed to create Cloudwatch log stream: operation error CloudWatch Logs: CreateLogStream, ResourceNotFoundException: The specified log group does not exist. : exit status 1`)],
    ['log-create-group-permission', failed(`${INIT}failed to validate logger args: create stream has been retried 1 times: AccessDeniedException: User is not authorized to perform: logs:CreateLogStream`)],
    ['net-no-egress-path', failed(`${INIT}failed to validate logger args: : signal: killed`)],
    ['iam-exec-role-secrets-kms', failed(`${INIT}unable to pull secrets or registry auth: execution resource retrieval failed: AccessDeniedException: not authorized to perform: secretsmanager:GetSecretValue`)],
    ['td-secret-reference-form', failed(`${INIT}unable to pull secrets or registry auth: execution resource retrieval failed: unable to retrieve secret from asm: ResourceNotFoundException: Secrets Manager can't find the specified secret.`)],
    ['net-no-egress-path', failed(`${INIT}unable to pull secrets or registry auth: execution resource retrieval failed: RequestCanceled: request context canceled: context deadline exceeded`)],
    ['sto-efs-unreachable', failed(`${INIT}failed to invoke EFS utils commands to set up EFS volumes: stderr: Failed to resolve "fs-1.efs.eu-west-1.amazonaws.com"`)],
    ['sto-efs-unreachable', failed(`${INIT}failed to invoke EFS utils commands to set up EFS volumes: stderr: mount.nfs4: Connection timed out`)],
    ['sto-efs-unreachable', failed(`${INIT}failed to invoke EFS utils commands to set up EFS volumes: stderr: mount.nfs4: access denied by server`)],
    ['sto-efs-unreachable', failed(`${INIT}failed to invoke EFS utils commands to set up EFS volumes: stderr: mount.nfs4: No such file or directory`)],
    ['dpl-image-gone', failed(`${PULL}pull image manifest has been retried 5 time(s): failed to resolve ref 111122223333.dkr.ecr.eu-west-1.amazonaws.com/web@sha256:1: not found`)],
    ['ops-pull-rate-limit', failed(`${PULL}toomanyrequests: You have reached your pull rate limit`)],
    ['sto-fargate-volume-kinds', failed(`${PULL}failed to register layer: write /app/model.bin: no space left on device`)],
    ['net-no-egress-path', failed(`${PULL}Error response from daemon: Get https://111122223333.dkr.ecr.eu-west-1.amazonaws.com/v2/: net/http: request canceled while waiting for connection`)],
    ['td-arch-mismatch', failed(`${PULL}image Manifest does not contain descriptor matching platform 'linux/amd64'`)],
    ['td-execution-role-missing', failed(`${PULL}pull access denied: User is not authorized to perform: ecr:BatchGetImage`)],
    ['iam-trust-policy', failed('ECS was unable to assume the role \'arn:aws:iam::111122223333:role/web\' that was provided for this task.')],
    ['net-subnet-ip-exhausted', failed('Unexpected EC2 error while attempting to Create Network Interface with public IP assignment disabled in subnet')],
    ['dep-oom', { ...exited(137), containers: [{ name: 'app', exitCode: 137, reason: 'OutOfMemoryError: Container killed due to memory usage' }] }],
    ['dep-oom', exited(137)],
    ['ops-unknown-stop', exited(1)],
    ['ops-unknown-stop', exited(139)],
    ['ops-unknown-stop', exited(134)],
    ['ops-unknown-stop', exited(0)],
    ['dep-startup-longer-than-check', { stopCode: 'ServiceSchedulerInitiated', stoppedReason: 'Task failed container health checks', startedAt: undefined }],
    ['net-health-check-misfit', { stopCode: 'ServiceSchedulerInitiated', stoppedReason: 'Task failed ELB health checks in (target-group arn:aws:...)', startedAt: undefined }],
    ['cost-spot-without-base', failed('Capacity is unavailable at this time. Please try again later or in a different availability zone')],
    ['ops-unknown-stop', failed('SomethingNewError: nobody has seen this yet')],
  ])('%s', (id, task) => {
    const account = withStopped(task);
    expect(toldOf(account)).toEqual([`error ${id}`]);
    const [{ evidence, detail, at }] = findingsOf(account, id);
    expect(at).toMatchObject({ name: 'shop/web', kind: 'service' });
    expect(detail).toContain('stopped tasks (5 tasks in the last hour)');
    expect(evidence).toContain(task.stoppedReason);
    expect(findingsOf(account, 'dpl-deployment-frozen')).toMatchObject([{ severity: 'info', detail: expect.stringMatching(`, because of ${id}$`) }]);
  });
});

describe('the container that ended by itself is named, not those that ECS stopped after it', () => {
  test.each<[string, readonly { readonly name: string; readonly exitCode: number }[], string]>([
    ['an error beside SIGTERM', [{ name: 'app', exitCode: 143 }, { name: 'log-router', exitCode: 1 }], 'container log-router ended with an error of the application (exit code 1)'],
    ['an error beside SIGKILL', [{ name: 'app', exitCode: 137 }, { name: 'log-router', exitCode: 2 }], 'container log-router ended with an error of the application (exit code 2)'],
    ['an end beside SIGTERM', [{ name: 'app', exitCode: 143 }, { name: 'migrate', exitCode: 0 }], 'container migrate ended by itself, as a service never should (exit code 0)'],
    ['SIGTERM alone', [{ name: 'app', exitCode: 143 }], 'container app was ended by SIGTERM (exit code 143), which is no error of the application'],
    ['another signal', [{ name: 'app', exitCode: 136 }], 'container app was ended by signal 8 (exit code 136)'],
  ])('%s', (_, containers, said) => {
    const account = withStopped({ stopCode: 'EssentialContainerExited', stoppedReason: 'Essential container in task exited', containers: [...containers] });
    expect(findingsOf(account, 'ops-unknown-stop')).toMatchObject([{ severity: 'error', detail: expect.stringContaining(said) }]);
  });
});

describe('an unknown reason is reported in the words of AWS', () => {
  test('of a task that never started, without a log that there is not', () => {
    const [{ detail, why, fix, evidence }] = findingsOf(withStopped(failed('SomethingNewError: nobody has seen this yet')), 'ops-unknown-stop');
    expect(detail).toContain('stopped before a container ran, for a reason that the doctor does not know');
    expect(`${why} ${fix}`).toBe('No container ran, so there is no log. read the text of AWS');
    expect(evidence).toEqual(['SomethingNewError: nobody has seen this yet']);
  });

  test('of a task without a reason from AWS', () => {
    const [{ detail, fix }] = findingsOf(withStopped({ stopCode: 'TaskFailedToStart', stoppedReason: undefined, startedAt: undefined, containers: [] }), 'ops-unknown-stop');
    expect(detail).toContain('stopped before a container ran, and AWS names no reason');
    expect(fix).not.toContain('log');
  });

  test('of a task that ran, with its log', () => {
    const [{ fix }] = findingsOf(withStopped({ stopCode: 'InfrastructureHealth', stoppedReason: 'Something new', startedAt: new Date() }), 'ops-unknown-stop');
    expect(fix).toBe('read the text of AWS, and read the last log lines of the containers');
  });

  test('in the status of a volume', () => {
    const attachments = [{ type: 'AmazonElasticBlockStorage', details: [{ name: 'statusReason', value: 'ECS was unable to assume the configured ECS Infrastructure Role' }] }];
    expect(toldOf(withStopped({ stopCode: 'TaskFailedToStart', stoppedReason: 'Task failed to start', startedAt: undefined, attachments }))).toEqual(['error iam-trust-policy']);
  });
});

describe('tasks that were meant to stop are no fault', () => {
  test.each<[string, Partial<Task>]>([
    ['scaled in', { stopCode: 'ServiceSchedulerInitiated', stoppedReason: 'Scaling activity initiated by (deployment ecs-svc/1)', containers: [{ name: 'app', exitCode: 143 }] }],
    ['stopped by hand', { stopCode: 'UserInitiated', stoppedReason: 'Task stopped by user', containers: [{ name: 'app', exitCode: 0 }] }],
    ['retired', { stopCode: 'TerminationNotice', stoppedReason: 'ECS is performing maintenance on the underlying infrastructure hosting the task.' }],
    ['interrupted', { stopCode: 'SpotInterruption', stoppedReason: 'Your Spot Task was interrupted.' }],
  ])('%s', (_, task) => {
    expect(toldOf(withLive({}, {}, { stoppedTasks: stopped(1, task) }))).toEqual([]);
  });
});

test('a container that ran on after SIGTERM is worth a warning', () => {
  const task: Partial<Task> = { stopCode: 'ServiceSchedulerInitiated', stoppedReason: 'Scaling activity', containers: [{ name: 'app', exitCode: 137 }] };
  expect(toldOf(withLive({}, {}, { stoppedTasks: stopped(1, task) }))).toEqual(['warning dep-pid1-signals']);
});

test('what a steady service has behind it is milder, until it is a habit', () => {
  expect(toldOf(withLive({}, {}, { stoppedTasks: stopped(1, exited(1)) }))).toEqual(['warning ops-unknown-stop']);
  expect(toldOf(withLive({}, {}, { stoppedTasks: stopped(3, exited(1)) }))).toEqual(['error ops-unknown-stop']);
});

test('tasks that ran before they died are a loop', () => {
  const account = withLive({}, {}, { stoppedTasks: stopped(4, { ...exited(1), startedAt: new Date() }) });
  expect(findingsOf(account, 'cost-crash-loop')).toMatchObject([{ severity: 'info', detail: expect.stringContaining('(4 in the last hour)') }]);
});

test('other tasks of the cluster are not those of the service', () => {
  expect(toldOf(withLive({}, {}, { stoppedTasks: stopped(4, { ...exited(1), group: 'service:web2' }) }))).toEqual([]);
});

test('credentials in messages of AWS are not repeated', () => {
  const account = withStopped(failed('SomethingNewError: can\'t reach postgres://admin:hunter2@db.internal/app'));
  const [{ evidence }] = findingsOf(account, 'ops-unknown-stop');
  expect(evidence).toEqual(['SomethingNewError: can\'t reach postgres://admin:(redacted)@db.internal/app']);
});

describe('tasks of no service', () => {
  const alone = (task: Partial<Task>): readonly Task[] => stopped(1, { ...task, group: 'family:nightly' });

  test('that failed are reported at the cluster', () => {
    const account = withLive({}, {}, { stoppedTasks: alone(exited(1)) });
    expect(toldOf(account)).toEqual(['warning ops-unknown-stop']);
    expect(findingsOf(account, 'ops-unknown-stop')).toMatchObject([{ at: { name: 'shop', kind: 'cluster' } }]);
  });

  test('may end by themselves', () => {
    expect(toldOf(withLive({}, {}, { stoppedTasks: alone(exited(0)) }))).toEqual([]);
  });
});
