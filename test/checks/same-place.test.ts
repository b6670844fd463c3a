import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as events from 'aws-cdk-lib/aws-events';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as logs from 'aws-cdk-lib/aws-logs';
import * as scheduler from 'aws-cdk-lib/aws-scheduler';
import * as cloudmap from 'aws-cdk-lib/aws-servicediscovery';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { App, Duration, Stack, Stage, type Environment } from 'aws-cdk-lib/core';
import {
  CpuTargetScaling, DeploymentAlarms, EventJob, FargateWorkerService, OneOffTask, QueueBacklogScaling, ScheduledJob, ScratchVolume,
  ServiceConnectDiscovery, TaskRoleBundle,
} from '../../src';
import { messageOf } from '../support/refusals';
import { IMAGE, testCluster, testVpc } from '../support/stacks';

const HOME = { account: '111122223333', region: 'eu-west-1' };
const stackIn = (env: Environment, app = new App(), id = 'Shop') => new Stack(app, id, { env });
const worker = (stack: Stack, props: object = {}) => new FargateWorkerService(stack, 'Worker', { cluster: testCluster(stack), image: IMAGE, ...props });
const job = (stack: Stack) => ({ task: new OneOffTask(stack, 'Task', { cluster: testCluster(stack), image: IMAGE }), timeout: Duration.minutes(5) });

/** Imported resources, in the region and the account of the ARN. */
const IMPORTED: ReadonlyArray<readonly [property: string, arn: string, use: (stack: Stack, arn: string) => unknown]> = [
  ['cluster', 'arn:aws:ecs:REGION:ACCOUNT:cluster/prod', (stack, clusterArn) => new FargateWorkerService(stack, 'Worker', {
    cluster: ecs.Cluster.fromClusterAttributes(stack, 'Prod', { clusterName: 'prod', clusterArn, vpc: testVpc(stack) }), image: IMAGE,
  })],
  ['logging.encryptionKey', 'arn:aws:kms:REGION:111122223333:key/0000', (stack, arn) => worker(stack, { logging: { encryptionKey: kms.Key.fromKeyArn(stack, 'Key', arn) } })],
  ['logging.logGroup', 'arn:aws:logs:eu-west-1:ACCOUNT:log-group:/shop:*', (stack, arn) => worker(stack, { logging: { logGroup: logs.LogGroup.fromLogGroupArn(stack, 'Logs', arn) } })],
  ['queue', 'arn:aws:sqs:REGION:ACCOUNT:jobs', (stack, arn) => new QueueBacklogScaling(stack, 'Scaling', {
    service: worker(stack), queue: sqs.Queue.fromQueueArn(stack, 'Queue', arn), acceptableLatency: Duration.minutes(5), averageProcessingTime: Duration.seconds(2),
  })],
  ['onFailure', 'arn:aws:sns:REGION:ACCOUNT:operators', (stack, arn) => new ScheduledJob(stack, 'Job', {
    ...job(stack), schedule: scheduler.ScheduleExpression.rate(Duration.hours(1)), onFailure: sns.Topic.fromTopicArn(stack, 'Topic', arn),
  })],
  ['eventBus', 'arn:aws:events:REGION:ACCOUNT:event-bus/shop', (stack, arn) => new EventJob(stack, 'Job', {
    ...job(stack), eventPattern: { source: ['shop'] }, eventBus: events.EventBus.fromEventBusArn(stack, 'Bus', arn),
  })],
  ['alarms[0]', 'arn:aws:cloudwatch:REGION:ACCOUNT:alarm:errors', (stack, arn) => new DeploymentAlarms(stack, 'Alarms', {
    service: worker(stack), alarms: [cloudwatch.Alarm.fromAlarmArn(stack, 'Alarm', arn)],
  })],
  ['namespace', 'arn:aws:servicediscovery:REGION:111122223333:namespace/ns-1', (stack, namespaceArn) => new ServiceConnectDiscovery(stack, 'Connect', {
    service: worker(stack), namespace: cloudmap.HttpNamespace.fromHttpNamespaceAttributes(stack, 'Names', { namespaceId: 'ns-1', namespaceArn, namespaceName: 'shop' }),
  })],
  ['taskRole', 'arn:aws:iam::ACCOUNT:role/app', (stack, arn) => new TaskRoleBundle(stack, 'Roles', { taskRole: iam.Role.fromRoleArn(stack, 'App', arn) })],
];

const arnIn = (arn: string, region: string, account: string) => arn.replace('REGION', region).replace('ACCOUNT', account);

describe.each(IMPORTED)('%s', (property, arn, use) => {
  test.each([['REGION', 'us-east-1', '111122223333', 'us-east-1'], ['ACCOUNT', 'eu-west-1', '999988887777', 'account 999988887777']])(
    'is refused from another %s', (part, region, account, named) => {
      if (!arn.includes(part)) return;
      const message = messageOf(() => use(stackIn(HOME), arnIn(arn, region, account)));
      expect(message).toContain(`${property} is in ${named}, and Shop/`);
    });

  test('is accepted from the own one, and where the place of the stack is known at deployment alone', () => {
    expect(() => use(stackIn(HOME), arnIn(arn, 'eu-west-1', '111122223333'))).not.toThrow();
    expect(() => use(stackIn({}), arnIn(arn, 'us-east-1', '999988887777'))).not.toThrow();
  });
});

test.each([
  ['the cluster of a stack', (here: Stack, there: Stack) => new FargateWorkerService(there, 'Worker', { cluster: testCluster(here), image: IMAGE }), 'cluster is in eu-west-1, and There/Worker in us-east-1'],
  ['the service of a part', (here: Stack, there: Stack) => new CpuTargetScaling(there, 'Cpu', { service: worker(here) }), 'service is in eu-west-1, and There/Cpu in us-east-1'],
  ['the task of a volume', (here: Stack, there: Stack) => new ScratchVolume(there, 'Work', { task: worker(here), containerPath: '/work' }), 'task is in eu-west-1, and There/Work in us-east-1'],
])('%s in another region is refused', (_, use, says) => {
  const app = new App();
  expect(messageOf(() => use(stackIn(HOME, app), stackIn({ ...HOME, region: 'us-east-1' }, app, 'There')))).toContain(says);
});

test('a part in another stack of the same place is accepted', () => {
  const app = new App();
  expect(() => new CpuTargetScaling(stackIn(HOME, app, 'There'), 'Cpu', { service: worker(stackIn(HOME, app)) })).not.toThrow();
});

test('a topic of the app may be in another region, which the CDK connects', () => {
  const app = new App();
  const [here, there] = [stackIn(HOME, app), stackIn({ ...HOME, region: 'us-east-1' }, app, 'There')];
  const schedule = scheduler.ScheduleExpression.rate(Duration.hours(1));
  expect(() => new ScheduledJob(here, 'Job', { ...job(here), schedule, onFailure: new sns.Topic(there, 'Topic', { topicName: 'operators' }) })).not.toThrow();
});

test('the cluster of another app is refused', () => {
  expect(messageOf(() => new FargateWorkerService(stackIn(HOME), 'Worker', { cluster: testCluster(stackIn(HOME)), image: IMAGE }))).toContain('cluster is of another app than Shop/Worker');
});

test.each([['the app', (app: App) => app], ['Prod', (app: App) => new Stage(app, 'Prod')]])('a service in %s itself, outside of every stack, is refused', (name, scopeOf) => {
  const message = messageOf(() => new FargateWorkerService(scopeOf(new App()), 'Worker', { cluster: testCluster(stackIn(HOME)), image: IMAGE }));
  expect(message).toContain(`scope (${name}) is outside of every stack`);
  expect(message).toContain("fix:  create it in a stack: new Stack(app, 'Shop')");
});
