import { CloudWatchLogsClient } from '@aws-sdk/client-cloudwatch-logs';
import { ConflictException, ECSClient, type Task } from '@aws-sdk/client-ecs';
import { handler } from '../../src/jobs/pre-deploy-handler';
import type { HookAnswer, HookEvent } from '../../src/jobs/pre-deploy-handler/event';

const ARN = 'arn:aws:ecs:eu-west-1:123456789012';
const TASK = `${ARN}:task/shop/0123456789abcdef`;
const [GREEN, BLUE] = [`${ARN}:service-revision/shop/web/2`, `${ARN}:service-revision/shop/web/1`];
const EVENT: HookEvent = {
  resourceArn: `${ARN}:service-deployment/shop/web/EZe5RNVLH6PPzHXINuP28`,
  lifecycleStage: 'PRE_SCALE_UP',
  executionDetails: { serviceArn: `${ARN}:service/shop/web`, targetServiceRevisionArn: GREEN },
};
const NOW = new Date('2026-01-01T12:00:00Z');
const MINUTE = 60_000;

/** Answers of AWS by the name of the command; a function receives the request. */
type Answers = { [command: string]: any };

/** Each call that went out. */
const sent: { name: string; input: any }[] = [];
let answers: Answers;
let said: string;

beforeEach(() => {
  jest.useFakeTimers({ now: NOW });
  sent.length = 0;
  said = '';
  Object.assign(process.env, {
    AWS_LAMBDA_FUNCTION_NAME: 'Shop-MigrateHandler-1',
    CLUSTER: 'shop',
    TASK_DEFINITION: 'migrate:7',
    CONTAINER: 'app',
    SUBNETS: 'subnet-1,subnet-2',
    SECURITY_GROUPS: 'sg-1',
    ASSIGN_PUBLIC_IP: 'DISABLED',
    TIMEOUT_MINUTES: '30',
    RUN_ON_ROLLBACK: 'false',
    LOG_GROUP: '/shop/migrate',
  });
  answers = {
    DescribeServiceDeployments: { serviceDeployments: [{ status: 'IN_PROGRESS', sourceServiceRevisions: [{ arn: BLUE }] }] },
    DescribeServiceRevisions: revisions('web:12', 'web:11'),
    RunTask: { tasks: [{ taskArn: TASK }] },
    DescribeTasks: { tasks: [running()] },
    StopTask: {},
    GetLogEvents: { events: [{ message: 'connecting' }, { message: 'permission denied for table orders' }] },
  };
  for (const client of [ECSClient, CloudWatchLogsClient]) {
    jest.spyOn(client.prototype as { send(command: object): Promise<unknown> }, 'send').mockImplementation(async ({ constructor, input }: any) => {
      const name = constructor.name.replace(/Command$/, '');
      sent.push({ name, input });
      const answer = typeof answers[name] === 'function' ? answers[name](input) : answers[name];
      if (answer instanceof Error) throw answer;
      return answer;
    });
  }
  for (const level of ['info', 'warn', 'error'] as const) {
    jest.spyOn(console, level as 'info').mockImplementation((line) => {
      said += `${line}\n`;
    });
  }
});

afterEach(() => {
  jest.restoreAllMocks();
  jest.useRealTimers();
});

function running(more: Partial<Task> = {}): Partial<Task> {
  return { taskArn: TASK, lastStatus: 'RUNNING', createdAt: NOW, containers: [{ name: 'app' }], ...more };
}

function stopped(container: object, more: Partial<Task> = {}): { tasks: Partial<Task>[] } {
  return { tasks: [running({ lastStatus: 'STOPPED', containers: [{ name: 'helper', exitCode: 0 }, { name: 'app', ...container }], ...more })] };
}

function revisions(green: string, blue: string) {
  const of = (serviceRevisionArn: string, name: string) => ({ serviceRevisionArn, taskDefinition: `${ARN}:task-definition/${name}` });
  return { serviceRevisions: [of(BLUE, blue), of(GREEN, green)] };
}

function error(name: string, more: object = {}): Error {
  return Object.assign(new Error(`${name} happened`), { name, ...more });
}

const calls = (name: string) => sent.filter((call) => call.name === name).map(({ input }) => input);
const again = (last: HookAnswer) => handler({ ...EVENT, hookDetails: last.hookDetails });

test('the task is started once, in the network that is set, and polled until it is done', async () => {
  const first = await handler(EVENT);
  expect(first).toEqual({ hookStatus: 'IN_PROGRESS', callBackDelay: 15, hookDetails: { since: NOW.getTime(), taskArn: TASK } });
  expect(calls('RunTask')).toEqual([expect.objectContaining({
    cluster: 'shop',
    taskDefinition: 'migrate:7',
    launchType: 'FARGATE',
    startedBy: 'pre-deploy/EZe5RNVLH6PPzHXINuP28',
    networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-1', 'subnet-2'], securityGroups: ['sg-1'], assignPublicIp: 'DISABLED' } },
  })]);
  const second = await again(first);
  expect(second.hookStatus).toBe('IN_PROGRESS');
  answers.DescribeTasks = stopped({ exitCode: 0 });
  expect(await again(second)).toEqual({ hookStatus: 'SUCCEEDED' });
  expect(calls('RunTask')).toHaveLength(1);
});

describe('a lost answer', () => {
  test('starts no second task: the same deployment asks with the same token', async () => {
    await handler(EVENT);
    await handler(EVENT);
    const [{ clientToken }, other] = calls('RunTask');
    expect(other.clientToken).toBe(clientToken);
    expect(clientToken).toMatch(/^[0-9a-f]{64}$/);
    await handler({ ...EVENT, resourceArn: `${EVENT.resourceArn}x` });
    expect(calls('RunTask')[2].clientToken).not.toBe(clientToken);
  });

  test('of another hook of the same deployment is about another task', async () => {
    const tasks = new Map<string, string>();
    answers.RunTask = ({ clientToken, taskDefinition }: { clientToken: string; taskDefinition: string }) => {
      const known = tasks.get(clientToken);
      if (known && known !== taskDefinition) return new ConflictException({ message: 'conflict', resourceIds: [TASK], $metadata: {} });
      tasks.set(clientToken, taskDefinition);
      return { tasks: [{ taskArn: `${TASK}-${taskDefinition}` }] };
    };
    const migrate = await handler(EVENT);
    Object.assign(process.env, { AWS_LAMBDA_FUNCTION_NAME: 'Shop-WarmHandler-2', TASK_DEFINITION: 'warm:1' });
    const warm = await handler(EVENT);
    expect([migrate, warm].map(({ hookDetails }) => hookDetails?.taskArn)).toEqual([`${TASK}-migrate:7`, `${TASK}-warm:1`]);
    expect([...tasks.values()]).toEqual(['migrate:7', 'warm:1']);
  });

  test('is the task that runs already, if its settings have changed since', async () => {
    answers.RunTask = new ConflictException({ message: 'conflict', resourceIds: [TASK], $metadata: {} });
    expect(await handler(EVENT)).toMatchObject({ hookStatus: 'IN_PROGRESS', hookDetails: { taskArn: TASK } });
  });

  test('is an error for an unknown task', async () => {
    answers.RunTask = new ConflictException({ message: 'conflict', $metadata: {} });
    await expect(handler(EVENT)).rejects.toThrow('conflict');
  });
});

describe('a busy API', () => {
  test.each([
    ['throttles', error('ThrottlingException')],
    ['is down', error('ServerException', { $metadata: { httpStatusCode: 500 } })],
    ['does not answer', error('TimeoutError')],
    ['cuts the line', error('Error', { code: 'ECONNRESET' })],
  ])('that %s is asked later, at each step', async (_what, busy) => {
    for (const step of ['DescribeServiceDeployments', 'DescribeServiceRevisions', 'RunTask', 'DescribeTasks']) {
      const { [step]: healthy } = answers;
      answers[step] = busy;
      expect(await handler(EVENT)).toEqual({ hookStatus: 'IN_PROGRESS', callBackDelay: 15, hookDetails: { since: NOW.getTime() } });
      answers[step] = healthy;
    }
    expect((await handler(EVENT)).hookDetails?.taskArn).toBe(TASK);
  });

  test('that refuses fails the deployment at once, with the reason', async () => {
    answers.RunTask = error('AccessDeniedException');
    await expect(handler(EVENT)).rejects.toThrow('AccessDeniedException happened');
    expect(said).toContain('pre-deploy task can\'t run: AccessDeniedException happened');
  });
});

describe('a task that never starts', () => {
  test('for want of room is tried again until its time is up', async () => {
    answers.RunTask = { tasks: [], failures: [{ reason: 'Capacity is unavailable at this time' }] };
    const first = await handler(EVENT);
    expect(first).toMatchObject({ hookStatus: 'IN_PROGRESS', hookDetails: { since: NOW.getTime() } });
    jest.setSystemTime(NOW.getTime() + 31 * MINUTE);
    expect(await again(first)).toEqual({ hookStatus: 'FAILED' });
    expect(said).toContain('could not be started in 30 min: Capacity is unavailable at this time');
  });

  test('since its image is gone fails the deployment with the reason', async () => {
    answers.DescribeTasks = stopped({ reason: 'CannotPullContainerError: not found' }, { stopCode: 'TaskFailedToStart', stoppedReason: 'Task failed to start' });
    expect(await handler(EVENT)).toEqual({ hookStatus: 'FAILED' });
    expect(said).toContain("its container 'app' never ended by itself (TaskFailedToStart): CannotPullContainerError: not found; Task failed to start");
  });

  test('is waited for while ECS does not know it yet', async () => {
    answers.DescribeTasks = { tasks: [], failures: [{ reason: 'MISSING' }] };
    const first = await handler(EVENT);
    expect(first.hookStatus).toBe('IN_PROGRESS');
    jest.setSystemTime(NOW.getTime() + 31 * MINUTE);
    expect(await again(first)).toEqual({ hookStatus: 'FAILED' });
  });
});

describe('a task that dies', () => {
  beforeEach(() => {
    answers.DescribeTasks = stopped({ exitCode: 1 }, { stoppedReason: 'Essential container in task exited' });
  });

  test('fails the deployment, and shows the last that it wrote', async () => {
    expect(await handler(EVENT)).toEqual({ hookStatus: 'FAILED' });
    expect(said).toContain(`pre-deploy task ${TASK} failed: its container 'app' ended with exit code 1: Essential container in task exited`);
    expect(said).toContain('  connecting\n  permission denied for table orders');
    expect(calls('GetLogEvents')).toEqual([{ logGroupName: '/shop/migrate', logStreamName: 'app/app/0123456789abcdef', limit: 20 }]);
  });

  test('is read in the streams of its service, in a log group that services share', async () => {
    process.env.STREAM_PREFIX = 'Shop/Migrate';
    await handler(EVENT);
    delete process.env.STREAM_PREFIX;
    expect(calls('GetLogEvents')).toMatchObject([{ logStreamName: 'Shop/Migrate/app/0123456789abcdef' }]);
  });

  test.each([[error('ResourceNotFoundException'), "can't be read: ResourceNotFoundException happened"], [{ events: [] }, 'it wrote nothing']])(
    'is reported even without its log: %j', async (answer, words) => {
      answers.GetLogEvents = answer;
      expect(await handler(EVENT)).toEqual({ hookStatus: 'FAILED' });
      expect(said).toContain(words);
    });
});

test('a task that hangs is stopped, and fails the deployment', async () => {
  const first = await handler(EVENT);
  jest.setSystemTime(NOW.getTime() + 30 * MINUTE);
  expect((await again(first)).hookStatus).toBe('IN_PROGRESS');
  jest.setSystemTime(NOW.getTime() + 30 * MINUTE + 1);
  expect(await again(first)).toEqual({ hookStatus: 'FAILED' });
  expect(calls('StopTask')).toEqual([{ cluster: 'shop', task: TASK, reason: 'pre-deploy task not done after 30 min' }]);
  expect(said).toContain('not done after 30 min, in status RUNNING');
});

describe('a deployment that goes back', () => {
  test.each<[string, Answers]>([
    ['by ECS', { DescribeServiceDeployments: { serviceDeployments: [{ status: 'ROLLBACK_IN_PROGRESS', sourceServiceRevisions: [] }] } }],
    ['by an alarm', { DescribeServiceDeployments: { serviceDeployments: [{ status: 'IN_PROGRESS', rollback: { reason: 'alarm' } }] } }],
    ['by CloudFormation', { DescribeServiceRevisions: revisions('web:9', 'web:10') }],
  ])('%s runs no task', async (_who, other) => {
    Object.assign(answers, other);
    expect(await handler(EVENT)).toEqual({ hookStatus: 'SUCCEEDED' });
    expect(calls('RunTask')).toEqual([]);
  });

  test('runs the task where that is asked for', async () => {
    process.env.RUN_ON_ROLLBACK = 'true';
    answers.DescribeServiceRevisions = revisions('web:9', 'web:10');
    await handler(EVENT);
    expect(calls('RunTask')).toHaveLength(1);
  });
});

test.each<[string, Answers]>([
  ['the first of a service', { DescribeServiceDeployments: { serviceDeployments: [{ status: 'IN_PROGRESS', sourceServiceRevisions: [] }] } }],
  ['the same revision again', { DescribeServiceRevisions: revisions('web:11', 'web:11') }],
  ['another family', { DescribeServiceRevisions: revisions('shop-web:1', 'web:11') }],
])('a deployment that is %s runs the task', async (_what, other) => {
  Object.assign(answers, other);
  await handler(EVENT);
  expect(calls('RunTask')).toHaveLength(1);
});
