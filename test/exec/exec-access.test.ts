import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as logs from 'aws-cdk-lib/aws-logs';
import * as sns from 'aws-cdk-lib/aws-sns';
import type { Stack } from 'aws-cdk-lib/core';
import { EcsWorkload, ExecAccess, ExecAudit, FargateWorkerService, TaskRoleBundle, type ExecAccessProps, type FargateWorkerServiceProps } from '../../src';
import { refusalOf } from '../support/refusals';
import { FLAG_SETS, IMAGE, templateWithoutTokens, testCluster, testStack, testVpc, tokens } from '../support/stacks';
import { statementsOf } from './statements';

const ACCOUNT = '111122223333';

function onCall(stack: Stack): iam.Role {
  return new iam.Role(stack, 'OnCall', { assumedBy: new iam.AccountPrincipal(ACCOUNT) });
}

function worker(stack: Stack, { cluster = testCluster(stack), ...props }: Partial<FargateWorkerServiceProps> = {}): FargateWorkerService {
  return new FargateWorkerService(stack, 'Worker', { cluster, image: IMAGE, ...props });
}

function plainService(stack: Stack, props: Partial<ecs.FargateServiceProps> = {}, task: ecs.FargateTaskDefinitionProps = {}): ecs.FargateService {
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task', task);
  taskDefinition.addContainer('app', { image: IMAGE, logging: ecs.LogDrivers.awsLogs({ streamPrefix: 'app', logGroup: new logs.LogGroup(stack, 'Logs'), mode: ecs.AwsLogDriverMode.NON_BLOCKING }) });
  return new ecs.FargateService(stack, 'Plain', { cluster: testCluster(stack), taskDefinition, minHealthyPercent: 100, ...props });
}

function refusal(stack: Stack, props: Omit<ExecAccessProps, 'allow'> & Partial<ExecAccessProps>): string {
  return refusalOf(stack, 'Exec', (scope, id) => new ExecAccess(scope, id, { allow: [onCall(stack)], ...props }));
}

describe.each(FLAG_SETS)('ExecAccess with $flags', ({ context }) => {
  test('synthesizes its recorded template', () => {
    const stack = testStack(context);
    new ExecAccess(stack, 'Exec', { service: worker(stack), allow: [onCall(stack)] });
    expect(Template.fromStack(stack).toJSON()).toMatchSnapshot();
  });
});

test('turns ECS Exec on, with an init process in the containers of the sessions alone', () => {
  const stack = testStack();
  new ExecAccess(stack, 'Exec', { service: worker(stack, { sidecars: [{ containerName: 'helper', image: IMAGE }, { containerName: 'other', image: IMAGE }] }), containers: ['app', 'helper'], allow: [onCall(stack)] });
  const template = Template.fromStack(stack);
  template.hasResourceProperties('AWS::ECS::Service', { EnableExecuteCommand: true });
  template.hasResourceProperties('AWS::ECS::TaskDefinition', {
    ContainerDefinitions: [
      Match.objectLike({ Name: 'app', LinuxParameters: { InitProcessEnabled: true } }),
      Match.objectLike({ Name: 'helper', LinuxParameters: { InitProcessEnabled: true } }),
      Match.objectLike({ Name: 'other', LinuxParameters: Match.absent() }),
    ],
  });
});

test('keeps the other settings of the kernel', () => {
  const stack = testStack();
  new ExecAccess(stack, 'Exec', { service: worker(stack, { linux: { tmpfs: [{ containerPath: '/work', sizeMiB: 8 }] } }), allow: [onCall(stack)] });
  Template.fromStack(stack).hasResourceProperties('AWS::ECS::TaskDefinition', {
    ContainerDefinitions: [Match.objectLike({ LinuxParameters: { InitProcessEnabled: true, Tmpfs: [Match.objectLike({ ContainerPath: '/work' })] } })],
  });
});

test('allows sessions by cluster and container, and what the command line calls for them', () => {
  const stack = testStack();
  new ExecAccess(stack, 'Exec', { service: worker(stack), allow: [onCall(stack)] });
  const tasks = expect.stringContaining(':task/shop/*');
  expect(statementsOf(stack, 'OnCall')).toEqual([
    ['ecs:ExecuteCommand', expect.stringMatching(/:cluster\/shop.*:task\/shop\/\*/)],
    ['ecs:DescribeTasks', tasks],
    ['ecs:ListTasks', '*'],
  ]);
  Template.fromStack(stack).hasResourceProperties('AWS::IAM::Policy', {
    PolicyDocument: {
      Statement: Match.arrayWith([
        Match.objectLike({ Action: 'ecs:ExecuteCommand', Condition: { StringEquals: { 'ecs:container-name': ['app'] } } }),
        Match.objectLike({ Action: 'ecs:ListTasks', Condition: { ArnEquals: { 'ecs:cluster': Match.anyValue() } } }),
      ]),
    },
  });
});

test.each([['before', false], ['after', true]])('allows the key of an ExecAudit that is defined %s it', (_, last) => {
  const stack = testStack();
  const cluster = new ecs.Cluster(stack, 'Shop', { vpc: testVpc(stack) });
  const audit = () => new ExecAudit(stack, 'Audit', { cluster });
  if (!last) audit();
  new ExecAccess(stack, 'Exec', { service: worker(stack, { cluster }), allow: [onCall(stack)] });
  if (last) audit();
  expect(statementsOf(stack, 'OnCall').at(-1)).toEqual(['kms:GenerateDataKey', expect.stringContaining('AuditKey')]);
  expect(statementsOf(stack, 'TaskRole')).toContainEqual(['kms:Decrypt', expect.stringContaining('AuditKey')]);
});

test('names the log group, the bucket and the key of an imported cluster', () => {
  const stack = testStack();
  const logGroup = logs.LogGroup.fromLogGroupName(stack, 'Sessions', 'sessions');
  const cluster = ecs.Cluster.fromClusterAttributes(stack, 'Imported', {
    clusterName: 'shop', vpc: testVpc(stack), executeCommandConfiguration: { logging: ecs.ExecuteCommandLogging.OVERRIDE, logConfiguration: { cloudWatchLogGroup: logGroup } },
  });
  new ExecAccess(stack, 'Exec', { service: worker(stack, { cluster }), allow: [onCall(stack)] });
  expect(statementsOf(stack, 'TaskRole').filter(([actions]) => actions.includes('PutLogEvents'))).toEqual([[expect.anything(), expect.stringContaining(':log-group:sessions:*')]]);
});

test('is exact for a service of the CDK too', () => {
  const stack = testStack();
  new ExecAccess(stack, 'Exec', { service: EcsWorkload.fromService(plainService(stack)), allow: [onCall(stack)] });
  expect(statementsOf(stack, 'TaskRole')).toEqual([
    [expect.stringContaining('ssmmessages:CreateControlChannel'), '*'],
    ['logs:DescribeLogGroups', '*'],
    ['logs:CreateLogStream logs:DescribeLogStreams logs:PutLogEvents', expect.stringMatching(/:log-group:.*"Ref":"Logs.*:\*/)],
  ]);
});

test('adds nothing twice to a service that has ECS Exec on', () => {
  const stack = testStack();
  new ExecAccess(stack, 'Exec', { service: worker(stack, { enableExecuteCommand: true }), allow: [onCall(stack)] });
  expect(statementsOf(stack, 'TaskRole')).toHaveLength(3);
});

test('mounts the directories of the agent below a read-only root, for each container its own', () => {
  const stack = testStack();
  const service = worker(stack, {
    readonlyRootFilesystem: true, writablePaths: ['/managed-agents'], sidecars: [{ containerName: 'helper', image: IMAGE, readonlyRootFilesystem: true }],
  });
  new ExecAccess(stack, 'Exec', { service, allow: [onCall(stack)], containers: ['app', 'helper'], readonlyRoot: true });
  const mounts = (name: string, ...paths: string[]) => paths.map((ContainerPath) => ({ ContainerPath, ReadOnly: false, SourceVolume: `${name}${ContainerPath.replaceAll('/', '-')}` }));
  Template.fromStack(stack).hasResourceProperties('AWS::ECS::TaskDefinition', {
    ContainerDefinitions: [
      Match.objectLike({ Name: 'app', MountPoints: mounts('app', '/var/lib/amazon/ssm', '/var/log/amazon/ssm') }),
      Match.objectLike({ Name: 'helper', MountPoints: mounts('helper', '/managed-agents', '/var/lib/amazon/ssm', '/var/log/amazon/ssm') }),
    ],
  });
});

test('sends a message for each session in the cluster', () => {
  const stack = testStack();
  new ExecAccess(stack, 'Exec', { service: worker(stack), allow: [onCall(stack)], onSession: new sns.Topic(stack, 'Sessions') });
  Template.fromStack(stack).hasResourceProperties('AWS::Events::Rule', {
    EventPattern: {
      'source': ['aws.ecs'],
      'detail-type': ['AWS API Call via CloudTrail'],
      'detail': { eventSource: ['ecs.amazonaws.com'], eventName: ['ExecuteCommand'], responseElements: { taskArn: [{ prefix: Match.anyValue() }] } },
    },
    Targets: [Match.objectLike({ Arn: { Ref: Match.stringLikeRegexp('Sessions') } })],
  });
});

test('warns of a principal that it can\'t edit', () => {
  const stack = testStack();
  const imported = iam.Role.fromRoleArn(stack, 'Imported', `arn:aws:iam::${ACCOUNT}:role/ops`, { mutable: false });
  new ExecAccess(stack, 'Exec', { service: worker(stack), allow: [imported, new iam.AccountPrincipal(ACCOUNT)] });
  Annotations.fromStack(stack).hasWarning('/Shop/Exec', Match.stringLikeRegexp('is never edited: make sure that it allows ecs:ExecuteCommand'));
});

test('leaves Windows without an init process', () => {
  const stack = testStack();
  const runtimePlatform = { operatingSystemFamily: ecs.OperatingSystemFamily.WINDOWS_SERVER_2022_CORE };
  const service = EcsWorkload.fromService(plainService(stack, {}, { cpu: 1024, memoryLimitMiB: 2048, runtimePlatform }));
  new ExecAccess(stack, 'Exec', { service, allow: [onCall(stack)] });
  Template.fromStack(stack).hasResourceProperties('AWS::ECS::TaskDefinition', { ContainerDefinitions: [Match.objectLike({ LinuxParameters: Match.absent() })] });
});

test('does not check tokens', () => {
  const stack = testStack();
  const cluster = ecs.Cluster.fromClusterAttributes(stack, 'Imported', { clusterName: tokens(stack).text, vpc: testVpc(stack) });
  new ExecAccess(stack, 'Exec', { service: worker(stack, { cluster }), allow: [onCall(stack)] });
  templateWithoutTokens(stack);
});

test.each<[string, (stack: Stack) => Omit<ExecAccessProps, 'allow'> & Partial<ExecAccessProps>, string]>([
  ['an imported task role', (stack) => ({
    service: worker(stack, { taskRoles: new TaskRoleBundle(stack, 'Roles', { taskRole: iam.Role.fromRoleArn(stack, 'Theirs', `arn:aws:iam::${ACCOUNT}:role/app`) }) }),
  }), 'service has an imported task role'],
  ['a read-only root without its paths', (stack) => ({ service: worker(stack, { readonlyRootFilesystem: true }) }), 'set readonlyRoot: true'],
  ['readonlyRoot without a read-only root', (stack) => ({ service: worker(stack), readonlyRoot: true }), 'readonlyRoot is true, and no container has a read-only root file system'],
  ['a container that the task does not have', (stack) => ({ service: worker(stack), containers: ['db'] }), 'containers has \'db\', and the task has no such container'],
  ['no container', (stack) => ({ service: worker(stack), containers: [] }), 'containers is empty'],
  ['a container twice', (stack) => ({ service: worker(stack), containers: ['app', 'app'] }), 'containers has "app" twice'],
  ['no role', (stack) => ({ service: worker(stack), allow: [] }), 'allow is empty'],
  ['something else to allow', (stack) => ({ service: worker(stack), allow: [{} as iam.IGrantable] }), 'allow[0] is no role, user or group'],
  ['a service whose permissions the CDK has written', (stack) => ({
    service: EcsWorkload.fromService(plainService(stack, { enableExecuteCommand: true })),
  }), 'service has enableExecuteCommand'],
  ['containers that share a PID namespace', (stack) => {
    const runtimePlatform = { operatingSystemFamily: ecs.OperatingSystemFamily.LINUX };
    const service = plainService(stack, {}, { pidMode: ecs.PidMode.TASK, runtimePlatform });
    service.taskDefinition.addContainer('helper', { image: IMAGE });
    return { service: EcsWorkload.fromService(service), containers: ['app', 'helper'] };
  }, 'share one PID namespace'],
])('fails for %s', (_, props, message) => {
  const stack = testStack();
  expect(refusal(stack, props(stack))).toContain(message);
});
