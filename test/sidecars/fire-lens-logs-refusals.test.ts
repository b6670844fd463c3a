import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as logs from 'aws-cdk-lib/aws-logs';
import { Duration } from 'aws-cdk-lib/core';
import { EcsTask, FargateSize, FireLensLogs, LogDestination, MultilineLogs, type FireLensLogsProps, type IEcsTask } from '../../src';
import { bucketOf, logsOf, refusal, worker } from './support';
import { refusalOf } from '../support/refusals';
import { IMAGE, testStack } from '../support/stacks';

describe('refused is', () => {
  test('a second router', () => {
    const stack = testStack();
    const task = worker(stack);
    logsOf(stack, task);
    const message = refusalOf(stack, 'More', (scope, id) => new FireLensLogs(scope, id, { task, destination: LogDestination.cloudWatch(), containerName: 'other' }));
    expect(message).toContain("task has a FireLensLogs already, the container 'log-router'");
  });

  test('a router beside one of the CDK', () => {
    const stack = testStack();
    const task = worker(stack);
    task.taskDefinition.addFirelensLogRouter('router', { image: IMAGE, firelensConfig: { type: ecs.FirelensLogRouterType.FLUENTBIT } });
    expect(refusal({}, stack, task)).toContain("task has a log router already, the container 'router'");
  });

  test('Windows', () => {
    const stack = testStack();
    const runtimePlatform = { operatingSystemFamily: ecs.OperatingSystemFamily.WINDOWS_SERVER_2022_CORE };
    expect(refusal({}, stack, worker(stack, { size: FargateSize.of(1024, 2048), runtimePlatform }))).toContain('task runs Windows containers, which FireLensLogs does not support');
  });

  test('an external task', () => {
    const stack = testStack();
    const taskDefinition = new ecs.ExternalTaskDefinition(stack, 'Task');
    taskDefinition.addContainer('app', { image: IMAGE, memoryLimitMiB: 64 });
    expect(refusal({}, stack, EcsTask.fromTaskDefinition(taskDefinition))).toContain('task runs on external instances');
  });

  test('a task without a network', () => {
    const stack = testStack();
    const taskDefinition = new ecs.Ec2TaskDefinition(stack, 'Task', { networkMode: ecs.NetworkMode.NONE });
    taskDefinition.addContainer('app', { image: IMAGE, memoryLimitMiB: 64 });
    expect(refusal({}, stack, EcsTask.fromTaskDefinition(taskDefinition))).toContain('task has the network mode none');
  });

  test.each<[string, Partial<FireLensLogsProps>, string]>([
    ['a name that is taken', { containerName: 'app' }, "containerName is 'app', which the task has already"],
    ['a name that is none', { containerName: 'log router' }, "containerName is 'log router'"],
    ['a container that is not there', { containerNames: ['web'] }, "containerNames has 'web', and the task has no such container"],
    ['no container', { containerNames: [] }, 'containerNames is empty'],
    ['more memory than the task has', { memoryReservationMiB: 1024 }, 'memoryLimitMiB (512) is less than the memoryReservationMiB of the containers together (1024)'],
    ['a limit above the task', { memoryLimitMiB: 1024 }, 'memoryLimitMiB (1024) is more than the task has (512)'],
    ['more cpu than the task has', { cpu: 257 }, 'cpu (256) is less than the cpu of the containers together (257)'],
    ['lines out of range', { bufferedLines: -1 }, 'bufferedLines is -1 lines'],
    ['a health check without a command', { healthCheck: { command: [] } }, 'healthCheck.command is empty'],
    ['a health check too often', { healthCheck: { command: ['CMD', 'true'], interval: Duration.seconds(2) } }, 'healthCheck.interval (2 s) is out of range'],
    ['a key of Datadog in plain text', { destination: LogDestination.datadog({ apiKey: 'a1b2c3' as never }) }, 'destination.apiKey is of the type string, it must be an ecs.Secret'],
    ['a header in plain text', { destination: LogDestination.http({ host: 'logs.example.com', secretHeader: 'a1b2c3' as never }) }, 'destination.secretHeader is of the type string'],
    ['no retries', { retries: 0 }, 'retries is 0'],
    ['a pattern with quotation marks', { multiline: MultilineLogs.startingWith('"') }, 'multiline is \'"\''],
    ['a pattern that is none', { multiline: MultilineLogs.startingWith('(') }, "multiline is '(', which is no regular expression"],
    ['a stream with a colon', { destination: LogDestination.cloudWatch({ streamPrefix: 'a:b' }) }, "destination.streamPrefix is 'a:b'"],
    ['an upload too seldom', { destination: LogDestination.s3({ bucket: bucketOf(testStack()), uploadAfter: Duration.hours(2) }) }, 'destination.uploadAfter is 7200 seconds'],
    ['a prefix with a slash', { destination: LogDestination.s3({ bucket: bucketOf(testStack()), prefix: '/logs' }) }, "destination.prefix is '/logs'"],
    ['a host with a protocol', { destination: LogDestination.http({ host: 'https://example.com' }) }, "destination.host is 'https://example.com'"],
  ])('%s', (_, props, headline) => {
    expect(refusal(props)).toContain(headline);
  });

  test('a retention of a log group that exists', () => {
    const stack = testStack();
    const logGroup = logs.LogGroup.fromLogGroupName(stack, 'Group', 'shared');
    expect(refusal({ destination: LogDestination.cloudWatch({ logGroup, retention: logs.RetentionDays.ONE_DAY }) })).toContain('destination.retention is set beside logGroup');
  });

  test('a task that is none, and a destination that is left out', () => {
    const stack = testStack();
    expect(refusal({ task: stack as unknown as IEcsTask })).toContain('task is of the class Stack');
    expect(refusal({ destination: undefined })).toContain('destination is left out');
  });
});

