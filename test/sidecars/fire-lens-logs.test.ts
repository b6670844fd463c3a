import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as logs from 'aws-cdk-lib/aws-logs';
import { App } from 'aws-cdk-lib/core';
import { EcsTask, LogDestination, OneOffTask } from '../../src';
import { bucketOf, containersIn, findingsWith, logsOf, worker } from './support';
import { failureOf } from '../rules/report-of';
import { FLAG_SETS, IMAGE, templateWithoutTokens, testCluster, testStack, tokens } from '../support/stacks';

describe.each(FLAG_SETS)('FireLensLogs with $flags', ({ context }) => {
  test('synthesizes its recorded template', () => {
    const stack = testStack(context);
    logsOf(stack, worker(stack), { destination: LogDestination.s3({ bucket: bucketOf(stack) }) });
    expect(Template.fromStack(stack).toJSON()).toMatchSnapshot();
  });
});

describe('the router', () => {
  test('is essential, has an exact version, a read-only root and a health check, and logs to the group of the service', () => {
    const stack = testStack();
    logsOf(stack, worker(stack));
    expect(containersIn(stack)['log-router']).toMatchObject({
      Essential: true,
      Image: expect.stringMatching(/aws-for-fluent-bit:\d+\.\d+\.\d+$/),
      ReadonlyRootFilesystem: true,
      MemoryReservation: 64,
      HealthCheck: { Command: ['CMD', 'bash', '-c', 'echo > /dev/tcp/127.0.0.1/8877'] },
      FirelensConfiguration: { Type: 'fluentbit', Options: { 'enable-ecs-log-metadata': 'true' } },
      LogConfiguration: {
        LogDriver: 'awslogs',
        Options: { 'awslogs-group': { Ref: expect.stringContaining('WorkerLogGroup') }, 'awslogs-stream-prefix': 'log-router', 'mode': 'non-blocking' },
      },
    });
    Template.fromStack(stack).resourceCountIs('AWS::Logs::LogGroup', 1);
  });

  test('has the image, name, size and health check of the props', () => {
    const stack = testStack();
    logsOf(stack, worker(stack), {
      containerName: 'fluent',
      image: ecs.ContainerImage.fromRegistry('111122223333.dkr.ecr.eu-west-1.amazonaws.com/router:1.2.3'),
      cpu: 64,
      memoryReservationMiB: 100,
      memoryLimitMiB: 200,
      ecsMetadata: false,
      healthCheck: { command: ['CMD', '/check'] },
    });
    expect(containersIn(stack).fluent).toMatchObject({
      Image: '111122223333.dkr.ecr.eu-west-1.amazonaws.com/router:1.2.3',
      Cpu: 64,
      MemoryReservation: 100,
      Memory: 200,
      HealthCheck: { Command: ['CMD', '/check'] },
      FirelensConfiguration: { Options: { 'enable-ecs-log-metadata': 'false' } },
    });
    expect(JSON.stringify(Template.fromStack(stack).toJSON())).toContain('ecr:GetDownloadUrlForLayer');
  });

  test('starts before the containers of a service and so stops after them', () => {
    const stack = testStack();
    logsOf(stack, worker(stack));
    expect(containersIn(stack).app.DependsOn).toEqual([{ ContainerName: 'log-router', Condition: 'START' }]);
  });

  test('is healthy before a task runs that ends by itself', () => {
    const stack = testStack();
    logsOf(stack, new OneOffTask(stack, 'Report', { cluster: testCluster(stack), image: IMAGE }));
    const { app, 'log-router': router } = containersIn(stack);
    expect(app.DependsOn).toEqual([{ ContainerName: 'log-router', Condition: 'HEALTHY' }]);
    expect(router.StartTimeout).toBe(120);
  });

  test('has streams with the name that other services in a shared group do not have', () => {
    const stack = testStack();
    const logGroup = logs.LogGroup.fromLogGroupName(stack, 'Group', 'shared');
    logsOf(stack, worker(stack, { logging: { logGroup } }));
    expect(containersIn(stack)['log-router'].LogConfiguration.Options).toMatchObject({ 'awslogs-group': 'shared', 'awslogs-stream-prefix': 'Shop/Worker' });
  });

  test('has a log group with a retention beside a plain task definition that logs nowhere', () => {
    const stack = testStack();
    const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task');
    taskDefinition.addContainer('main', { image: IMAGE });
    logsOf(stack, EcsTask.fromTaskDefinition(taskDefinition), { destination: LogDestination.s3({ bucket: bucketOf(stack) }) });
    Template.fromStack(stack).hasResourceProperties('AWS::Logs::LogGroup', { RetentionInDays: 30 });
  });

  test('logs to the group of a plain task definition, without the options for its lines', () => {
    const stack = testStack();
    const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task');
    const logGroup = new logs.LogGroup(stack, 'Group');
    taskDefinition.addContainer('main', { image: IMAGE, logging: ecs.LogDrivers.awsLogs({ logGroup, streamPrefix: 'report', multilinePattern: '^x' }) });
    logsOf(stack, EcsTask.fromTaskDefinition(taskDefinition), { destination: LogDestination.s3({ bucket: bucketOf(stack) }) });
    const { Options } = containersIn(stack)['log-router'].LogConfiguration;
    expect(Options).toMatchObject({ 'awslogs-group': { Ref: expect.stringContaining('Group') }, 'awslogs-stream-prefix': 'report' });
    expect(Options).not.toHaveProperty('awslogs-multiline-pattern');
    Template.fromStack(stack).resourceCountIs('AWS::Logs::LogGroup', 1);
  });

  test('logs to the group of the props, which the execution role may write to', () => {
    const stack = testStack();
    logsOf(stack, worker(stack), { logGroup: new logs.LogGroup(stack, 'Own') });
    expect(containersIn(stack)['log-router'].LogConfiguration.Options).toMatchObject({
      'awslogs-group': { Ref: expect.stringMatching(/^Own/) }, 'awslogs-stream-prefix': 'Shop/Logs',
    });
  });
});

test('a task whose containers reserve all memory has a warning', () => {
  const stack = testStack();
  logsOf(stack, worker(stack), { memoryReservationMiB: 512 });
  Annotations.fromStack(stack).hasWarning('/Shop/Logs', Match.stringLikeRegexp('reserve all of its 512 MiB, and nothing is left for app'));
});

describe('the containers', () => {
  test('log through the router, all of them, before and after the part', () => {
    const stack = testStack();
    const task = worker(stack, { sidecars: [{ containerName: 'proxy', image: IMAGE }] });
    logsOf(stack, task);
    task.taskDefinition.addContainer('late', { image: IMAGE });
    const { app, proxy, late } = containersIn(stack);
    for (const { LogConfiguration, DependsOn } of [app, proxy, late]) {
      expect(LogConfiguration.LogDriver).toBe('awsfirelens');
      expect(DependsOn).toEqual([{ ContainerName: 'log-router', Condition: 'START' }]);
    }
  });

  test('log through the router if they are named', () => {
    const stack = testStack();
    logsOf(stack, worker(stack, { sidecars: [{ containerName: 'proxy', image: IMAGE }] }), { containerNames: ['proxy'] });
    const { app, proxy } = containersIn(stack);
    expect([app.LogConfiguration.LogDriver, proxy.LogConfiguration.LogDriver]).toEqual(['awslogs', 'awsfirelens']);
    expect(app).not.toHaveProperty('DependsOn');
  });

  test('keep a destination of their own, and a dependency of their own', () => {
    const stack = testStack();
    const task = worker(stack, { logDriver: ecs.LogDrivers.firelens({ options: { Name: 'null' } }) });
    logsOf(stack, task);
    expect(containersIn(stack).app.LogConfiguration.Options).toEqual({ Name: 'null' });
  });

  test('wait once', () => {
    const stack = testStack();
    const task = worker(stack);
    const { router } = logsOf(stack, task);
    const late = task.taskDefinition.addContainer('late', { image: IMAGE });
    late.addContainerDependencies({ container: router, condition: ecs.ContainerDependencyCondition.HEALTHY });
    expect(containersIn(stack).late.DependsOn).toEqual([{ ContainerName: 'log-router', Condition: 'HEALTHY' }]);
  });

  test('have the limits of the props', () => {
    const stack = testStack();
    logsOf(stack, worker(stack), { bufferedLines: 100, retries: 7 });
    expect(containersIn(stack).app.LogConfiguration.Options).toMatchObject({ 'log-driver-buffer-limit': '100', 'retry_limit': '7' });
  });
});

test('a driver of FireLens without a router is refused with the part that adds one', () => {
  const stack = testStack();
  worker(stack, { logDriver: ecs.LogDrivers.firelens({ options: { Name: 'null' } }) });
  expect(failureOf(stack.node.root as App)).toContain('containers[app].logDriver is awsfirelens, and the task has no log router [log-firelens-router]');
});

test('tokens are written as they are', () => {
  const stack = testStack();
  const { text, number } = tokens(stack);
  const destination = LogDestination.http({ host: text, port: number, path: text });
  logsOf(stack, worker(stack), { destination, cpu: number, memoryReservationMiB: number, bufferedLines: number, retries: number });
  templateWithoutTokens(stack);
});

test('the rule pack has no more findings on a service with a router', () => {
  const [without, withPart] = findingsWith((stack, task) => logsOf(stack, task, { destination: LogDestination.s3({ bucket: bucketOf(stack) }) }));
  expect(withPart).toEqual(without);
});
