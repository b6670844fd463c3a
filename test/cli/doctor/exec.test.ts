import { findingsOf, toldOf } from './said-of';
import type { Account, Decision } from '../../../src/cli/collect/account';
import type { Cluster, LogGroup, Service } from '../../../src/cli/collect/shapes';
import { diagnose } from '../../../src/cli/doctor/diagnosis/diagnose';
import { Unknown } from '../../../src/facts/fact';
import { withContainer, withLive } from '../../../src/gotchas/fixtures/recorded/changed';
import { executionRole, network, runningTask, serviceLinkedRole, shop, taskRole, web } from '../../../src/gotchas/fixtures/recorded/healthy';
import { opsExecNotUsable } from '../../../src/gotchas/ops/ops-exec-not-usable';
import { cases } from '../../../src/gotchas/ops/ops-exec-not-usable.cases';

/** The finding of a recorded case. */
function of(name: string) {
  const { account } = cases.find((one) => one.name === name)!;
  return findingsOf(account, opsExecNotUsable.id);
}

test.each([
  ['an agent that stopped', '1 container, whose agent has stopped', opsExecNotUsable.fix],
  ['an agent that does not start', 'whose agent has not started in 10 minutes', opsExecNotUsable.fix],
  ['a container without an agent', 'which has no agent of it', opsExecNotUsable.fix],
  ['an agent without a way to Systems Manager', 'has stopped', 'add an interface endpoint for ssmmessages'],
  ['an agent whose endpoint has no private DNS', 'has stopped', 'turn on private DNS of the endpoint vpce-1'],
  ['an agent on a read-only root', 'has stopped', 'mount volumes at /managed-agents, /var/lib/amazon/ssm and /var/log/amazon/ssm of container app'],
  ['an agent without a task role', 'has stopped', 'set a task role that allows the four ssmmessages actions'],
  ['an agent that signs with a key in the environment', 'has stopped', 'remove AWS_ACCESS_KEY_ID from container app: its agent signs with that key in place of the task role'],
  ['a task whose platform version has no ECS Exec', 'which has no agent of it', 'set platformVersion LATEST, or 1.4.0 at least: 1.3.0 has no ECS Exec'],
])('%s is found, with its fix', (name, detail, fix) => {
  expect(of(name)).toMatchObject([{ severity: 'warning', detail: expect.stringContaining(detail), fix: expect.stringContaining(fix) }]);
});

test('the words of ECS are the evidence', () => {
  expect(of('an agent that stopped')).toMatchObject([{ evidence: ['no network'] }]);
});

const KEY = 'arn:aws:kms:eu-west-1:111122223333:key/11111111-2222-3333-4444-555555555555';
const AGENT = { name: 'ExecuteCommandAgent', lastStatus: 'RUNNING' } as const;
const CHANNELS = ['CreateControlChannel', 'CreateDataChannel', 'OpenControlChannel', 'OpenDataChannel'].map((action) => `ssmmessages:${action}`);
const GROUP = 'arn:aws:logs:eu-west-1:111122223333:log-group:/exec:*';
const RECORDS: readonly (readonly [string, string])[] = [
  ['logs:DescribeLogGroups', '*'], ['logs:CreateLogStream', GROUP], ['logs:DescribeLogStreams', GROUP], ['logs:PutLogEvents', GROUP],
  ['s3:PutObject', 'arn:aws:s3:::records/exec/*'], ['s3:GetEncryptionConfiguration', 'arn:aws:s3:::records'], ['kms:Decrypt', KEY],
];
const FULL = { cloudWatchLogGroupName: '/exec', cloudWatchEncryptionEnabled: true, s3BucketName: 'records', s3KeyPrefix: 'exec/' };

interface Change {
  readonly exec?: NonNullable<Cluster['configuration']>['executeCommandConfiguration'];
  readonly group?: LogGroup;
  readonly denied?: readonly string[];
  readonly unread?: string;
  readonly service?: Partial<Service>;
}

/** The healthy service with ECS Exec, in a cluster that records sessions, but for this. */
function recorded({ exec = { logging: 'OVERRIDE', kmsKeyId: KEY, logConfiguration: FULL }, group, denied = [], unread, service }: Change): Account {
  const needed: readonly (readonly [string, string])[] = [...CHANNELS.map((action) => [action, '*'] as const), ...RECORDS];
  const decisions = needed.map(([action, resource]): Decision => ({
    action, resource, decision: denied.includes(action) ? 'implicitDeny' : 'allowed', missing: [], byOrganization: false, byBoundary: false,
  }));
  const [app] = runningTask.containers!;
  const running = { ...runningTask, enableExecuteCommand: true, containers: [{ ...app, managedAgents: [AGENT] }] };
  const logGroups = unread === undefined ? new Map([...web.logGroups as ReadonlyMap<string, LogGroup>, ['/exec', group]]) : new Unknown(unread);
  return withLive({
    taskDefinition: withContainer({ linuxParameters: { initProcessEnabled: true } }),
    runningTasks: [running, running],
    roles: new Map([{ ...taskRole, decisions }, executionRole, serviceLinkedRole].map((role) => [role.arn, role])),
    logGroups,
  }, { enableExecuteCommand: true, ...service }, { cluster: { ...shop.cluster, configuration: { executeCommandConfiguration: exec } } });
}

const ENCRYPTED: LogGroup = { logGroupName: '/exec', kmsKeyId: KEY };

describe('the record of sessions', () => {
  test('that can be written, and encrypted, is no fault', () => {
    expect(toldOf(recorded({ group: ENCRYPTED }))).toEqual([]);
  });

  test.each<[string, Change, string, string]>([
    ['whose log group is gone', {}, 'cloudWatchLogGroupName (/exec) of the cluster does not exist, so each session of ECS Exec ends at once', 'create the log group /exec'],
    ['whose log group has no key', { group: { logGroupName: '/exec' } }, 'cloudWatchEncryptionEnabled (true) of the cluster is for a log group with a key, and /exec has none', 'associate a key with the log group /exec'],
    ['whose log group may not be written', { group: ENCRYPTED, denied: ['logs:PutLogEvents', 'logs:DescribeLogGroups'] }, 'may not call logs:DescribeLogGroups, logs:PutLogEvents, which sessions of ECS Exec need for the log group /exec', 'allow logs:DescribeLogGroups, logs:PutLogEvents to the role'],
    ['whose bucket may not be written', { group: ENCRYPTED, denied: ['s3:PutObject', 's3:GetEncryptionConfiguration'] }, 'may not call s3:PutObject, s3:GetEncryptionConfiguration, which sessions of ECS Exec need for the bucket records', 'unless the policy of the resource does'],
    ['whose key may not be used', { group: ENCRYPTED, denied: ['kms:Decrypt'] }, `may not call kms:Decrypt, which sessions of ECS Exec need for the key ${KEY}`, 'allow kms:Decrypt to the role'],
  ])('%s is one warning, and no log group of a container', (_, change, detail, fix) => {
    expect(toldOf(recorded(change))).toEqual(['warning log-exec-sessions-fail']);
    expect(findingsOf(recorded(change), 'log-exec-sessions-fail')).toMatchObject([{ detail: expect.stringContaining(detail), fix: expect.stringContaining(fix) }]);
  });

  test.each<[string, Change]>([
    ['ECS Exec is off', { service: { enableExecuteCommand: false } }],
    ['the cluster logs nothing', { exec: { logging: 'NONE', logConfiguration: FULL }, service: {} }],
    ['the cluster records in the log groups of the containers', { exec: { logging: 'DEFAULT', logConfiguration: FULL } }],
  ])('does not count where %s', (_, change) => {
    expect(findingsOf(recorded(change), 'log-exec-sessions-fail')).toEqual([]);
  });

  test('that was not read is not checked', () => {
    const { gaps } = diagnose(recorded({ unread: 'logs:DescribeLogGroups is denied: allow it' }));
    expect(gaps.filter(({ id }) => id === 'log-exec-sessions-fail')).toMatchObject([{ reason: 'logs:DescribeLogGroups is denied: allow it' }]);
  });

  test('of many services in a cluster is one finding', () => {
    const account = recorded({});
    const [{ services: [live], ...cluster }] = account.clusters;
    const other = { ...live, service: { ...live.service, serviceName: 'api', serviceArn: live.service.serviceArn!.replace('/web', '/api') } };
    expect(findingsOf({ ...account, clusters: [{ ...cluster, services: [live, other] }] }, 'log-exec-sessions-fail')).toHaveLength(1);
  });
});

test('an endpoint that refuses the channels stops sessions, and no task', () => {
  const policy = JSON.stringify({ Statement: [{ Effect: 'Allow', Principal: '*', Action: 'ssmmessages:Open*', Resource: '*' }] });
  const endpoint = { VpcEndpointId: 'vpce-1', ServiceName: 'com.amazonaws.eu-west-1.ssmmessages', VpcEndpointType: 'Interface' as const, PrivateDnsEnabled: true, PolicyDocument: policy };
  const account = withLive({ network: { ...network, endpoints: [endpoint] } }, { enableExecuteCommand: true });
  expect(findingsOf(account, 'net-endpoint-sg-or-partial').filter(({ severity }) => severity !== 'info')).toMatchObject([{
    severity: 'warning',
    detail: 'endpoint.policy (ssmmessages, vpce-1) does not allow ssmmessages:CreateControlChannel, ssmmessages:CreateDataChannel, so no session of ECS Exec opens',
  }]);
});
