import { findingsOf } from './said-of';
import type { Account, LiveNetwork, LiveService } from '../../../src/cli/collect/account';
import type { Service, Task } from '../../../src/cli/collect/shapes';
import { instance, onInstances, withContainer, withLive } from '../../../src/gotchas/fixtures/recorded/changed';
import { runningTask, shop, taskDefinition, taskRole, web } from '../../../src/gotchas/fixtures/recorded/healthy';

/*
 * The checks of https://github.com/aws-containers/amazon-ecs-exec-checker on a task and its surroundings, in its order. Its others concern the
 * machine and the identity of the caller: the AWS CLI, the Session Manager plugin, ecs:ExecuteCommand, kms:GenerateDataKey, ssm:StartSession.
 */

interface Change {
  readonly live?: Partial<LiveService>;
  readonly service?: Partial<Service>;
  readonly task?: Partial<Task>;
  readonly cluster?: object;
  /** Status of the agent in the container. */
  readonly agent?: string;
}

/** The healthy service with ECS Exec, but for this. */
function exec({ live, service, task, cluster, agent = 'RUNNING' }: Change): Account {
  const [app] = runningTask.containers!;
  const managedAgents = [{ name: 'ExecuteCommandAgent' as const, lastStatus: agent }];
  const running = { ...runningTask, enableExecuteCommand: true, containers: [{ ...app, managedAgents }], ...task };
  return withLive({ runningTasks: [running, running], ...live }, { enableExecuteCommand: true, ...service },
    { cluster: { ...shop.cluster, configuration: { executeCommandConfiguration: { logging: 'DEFAULT' } }, ...cluster } });
}

const recording = (logging: 'NONE' | 'OVERRIDE') => ({ configuration: { executeCommandConfiguration: { logging, logConfiguration: { cloudWatchLogGroupName: '/exec', s3BucketName: 'records' } } } });
const refused = (action: string, resource: string) => ({ action, resource, decision: 'implicitDeny', missing: [], byOrganization: false, byBoundary: false });
const withRole = (...decisions: readonly ReturnType<typeof refused>[]) => ({ roles: new Map([[taskRole.arn, { ...taskRole, decisions }]]) });
const network = web.network as LiveNetwork;
const closed = { network: { ...network, routeTables: network.routeTables.map((table) => ({ ...table, Routes: [] })) } };
const two = { ...taskDefinition, pidMode: 'task' as const, containerDefinitions: ['app', 'agent'].map((name) => ({ ...taskDefinition.containerDefinitions![0], name, portMappings: [] })) };
const notes = (account: Account, id: string) => findingsOf(account, id).map(({ detail, fix }) => `${detail}: ${fix}`);

test.each<[string, string, Account, RegExp]>([
  ['cluster configuration: audit logging', 'sec-exec-always-on', exec({ cluster: recording('NONE') }), /and the cluster records nothing/],
  ['cluster configuration: log group', 'log-exec-sessions-fail', exec({ cluster: recording('OVERRIDE'), live: { logGroups: new Map([['/exec', undefined]]) } }), /\/exec\) of the cluster does not exist/],
  ['task status', 'ops-desired-vs-running', exec({ service: { runningCount: 0 }, live: { runningTasks: [] } }), /runningCount/],
  ['platform version', 'ops-exec-not-usable', exec({ agent: 'PENDING', task: { platformVersion: '1.3.0' } }), /1\.4\.0 at least/],
  ['agent version', 'ec2-agent-outdated', onInstances([instance({ versionInfo: { agentVersion: '1.49.0' } })], { enableExecuteCommand: true }), /ECS Exec/],
  ['exec enabled for the task', 'dpl-update-without-redeploy', exec({ task: { enableExecuteCommand: false } }), /enableExecuteCommand \(true\) is not what 2 running tasks started with/],
  ['managed agent status', 'ops-exec-not-usable', exec({ agent: 'STOPPED' }), /whose agent has stopped/],
  ['init process', 'ops-exec-without-init', exec({ live: { taskDefinition: withContainer({ linuxParameters: {} }) } }), /initProcessEnabled \(not set\)/],
  ['read-only root file system', 'td-readonly-root-breaks-writers', exec({ live: { taskDefinition: withContainer({ readonlyRootFilesystem: true }) } }), /keeps ECS Exec from writing/],
  ['task role', 'iam-exec-messages', exec({ live: { taskDefinition: withContainer({}, { taskRoleArn: undefined }) } }), /taskRole \(none\)/],
  ['task role: channels', 'iam-exec-messages', exec({ live: withRole(refused('ssmmessages:OpenDataChannel', '*')) }), /may not call ssmmessages:OpenDataChannel/],
  ['task role: key', 'log-exec-sessions-fail', exec({ cluster: { configuration: { executeCommandConfiguration: { kmsKeyId: '11111111-2222-3333-4444-555555555555' } } }, live: withRole(refused('kms:Decrypt', 'arn:aws:kms:eu-west-1:111122223333:key/11111111-2222-3333-4444-555555555555')) }), /may not call kms:Decrypt/],
  ['task role: bucket', 'log-exec-sessions-fail', exec({ cluster: recording('OVERRIDE'), live: withRole(refused('s3:PutObject', 'arn:aws:s3:::records/*')) }), /may not call s3:PutObject/],
  ['task role: log group', 'log-exec-sessions-fail', exec({ cluster: recording('OVERRIDE'), live: withRole(refused('logs:CreateLogStream', 'arn:aws:logs:eu-west-1:111122223333:log-group:/exec:*')) }), /may not call logs:CreateLogStream/],
  ['VPC endpoints', 'ops-exec-not-usable', exec({ agent: 'PENDING', live: closed }), /add an interface endpoint for ssmmessages/],
  ['environment variables', 'ops-exec-not-usable', exec({ agent: 'STOPPED', live: { taskDefinition: withContainer({ environment: [{ name: 'AWS_ACCESS_KEY', value: 'x' }] }) } }), /remove AWS_ACCESS_KEY from container app/],
  ['PID mode', 'td-exec-shared-pid', exec({ live: { taskDefinition: two } }), /leaves ECS Exec one session for all 2 containers/],
])('the doctor makes the check of %s', (_, id, account, words) => {
  expect(notes(account, id).join('\n')).toMatch(words);
  expect(notes(exec({}), id)).toEqual(id === 'sec-exec-always-on' ? [expect.not.stringMatching(words)] : []);
});
