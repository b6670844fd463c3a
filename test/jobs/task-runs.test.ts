import { Match, Template } from 'aws-cdk-lib/assertions';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as events from 'aws-cdk-lib/aws-events';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import * as ssm from 'aws-cdk-lib/aws-ssm';
import * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import { CfnOutput, Duration, Stack } from 'aws-cdk-lib/core';
import { Ec2Capacity, FargateMix, FargateSize, OneOffTask, type OneOffTaskProps, type TaskStateOptions } from '../../src';
import { messageOf, refusalOf } from '../support/refusals';
import { IMAGE, templateWithoutTokens, testCluster, testStack, testVpc, tokens } from '../support/stacks';

const SIDECARS = [{ containerName: 'agent', image: IMAGE }];
const SPOT = FargateMix.withSpot({ onDemandBase: 1 });

function task(stack: Stack = testStack(), props: Partial<OneOffTaskProps> = {}): OneOffTask {
  return new OneOffTask(stack, 'Report', { cluster: testCluster(stack), image: IMAGE, sidecars: SIDECARS, ...props });
}

function onInstances(stack: Stack, networkMode?: ecs.NetworkMode): OneOffTask {
  const cluster = new ecs.Cluster(stack, 'Cluster', { vpc: testVpc(stack) });
  const ec2Capacity = new Ec2Capacity(stack, 'Capacity', { cluster, instanceType: new ec2.InstanceType('m7g.large') });
  return new OneOffTask(stack, 'Report', { cluster, image: IMAGE, memoryLimitMiB: 256, ec2Capacity, networkMode });
}

/** The state that runs the task, with X for what only the deployment knows. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- JSON of a state machine
function stateOf(one: OneOffTask, options?: TaskStateOptions): any {
  const stack = Stack.of(one);
  new sfn.StateMachine(stack, 'Flow', { definitionBody: sfn.DefinitionBody.fromChainable(one.asState(stack, 'Run', options)) });
  const [{ Properties }] = Object.values(Template.fromStack(stack).findResources('AWS::StepFunctions::StateMachine'));
  const text = Properties.DefinitionString['Fn::Join'][1].map((part: unknown) => (typeof part === 'string' ? part : 'X')).join('');
  return JSON.parse(text).States.Run;
}

function targetOf(one: OneOffTask, options: Parameters<OneOffTask['asEventTarget']>[0]): any { // eslint-disable-line @typescript-eslint/no-explicit-any -- a template
  const stack = Stack.of(one);
  new events.Rule(stack, 'Daily', { schedule: events.Schedule.rate(Duration.days(1)), targets: [one.asEventTarget(options)] });
  const [{ Properties }] = Object.values(Template.fromStack(stack).findResources('AWS::Events::Rule'));
  return Properties.Targets[0];
}

const RUN = { command: ['npm', 'run', 'it'], environment: { MODE: 'fast' }, size: FargateSize.of(512, 1024) };

describe('overrides of a run', () => {
  test('are in the command', () => {
    const one = task();
    expect(one.runTaskCommandWith({ ...RUN, taskCount: 3 })).toContain(" --count 3 --overrides '"
      + '{"containerOverrides":[{"name":"app","command":["npm","run","it"],"environment":[{"name":"MODE","value":"fast"}]}],"cpu":"512","memory":"1024"}'
      + "'");
    expect(one.runTaskCommandWith({})).toBe(one.runTaskCommand);
  });

  test('may be left out, in JavaScript also as null', () => {
    const one = task();
    expect(one.runTaskCommandWith()).toBe(one.runTaskCommand);
    expect(one.runTaskCommandWith(null as never)).toBe(one.runTaskCommand);
    expect(targetOf(task(), null as never).EcsParameters.TaskCount).toBe(1);
  });

  test('leave the tags of the task definition on the task', () => {
    expect(task().runTaskCommand).toContain(' --propagate-tags TASK_DEFINITION');
  });

  test('are one word for a shell, whatever they contain', () => {
    expect(task().runTaskCommandWith({ command: ["it's"] })).toContain('--overrides \'{"containerOverrides":[{"name":"app","command":["it\'\\\'\'s"]}]}\'');
  });

  test('are in the event target', () => {
    const target = targetOf(task(), { ...RUN, taskCount: 2 });
    expect(target.EcsParameters.TaskCount).toBe(2);
    expect(JSON.parse(target.Input)).toEqual({
      containerOverrides: [{ name: 'app', command: ['npm', 'run', 'it'], environment: [{ name: 'MODE', value: 'fast' }] }], cpu: '512', memory: '1024',
    });
  });

  test('are in the state', () => {
    expect(stateOf(task(), RUN).Parameters.Overrides).toEqual({
      Cpu: '512', Memory: '1024', ContainerOverrides: [{ Name: 'app', Command: ['npm', 'run', 'it'], Environment: [{ Name: 'MODE', Value: 'fast' }] }],
    });
  });

  test('may be for a sidecar', () => {
    expect(stateOf(task(), { containerName: 'agent', environment: { LEVEL: 'debug' } }).Parameters.Overrides.ContainerOverrides).toEqual([
      { Name: 'agent', Environment: [{ Name: 'LEVEL', Value: 'debug' }] },
    ]);
  });

  test('may come from an event', () => {
    const target = targetOf(task(), { environment: { KEY: events.EventField.fromPath('$.detail.object.key') } });
    expect(target.InputTransformer.InputPathsMap).toEqual({ 'detail-object-key': '$.detail.object.key' });
    expect(target.InputTransformer.InputTemplate).toContain('"name":"KEY","value":<detail-object-key>');
  });

  test('a Map state passes its item to the task', () => {
    const stack = testStack();
    const run = task(stack).asState(stack, 'Run', { command: ['convert', sfn.JsonPath.stringAt('$.file')], environment: { KEY: sfn.JsonPath.stringAt('$.key') } });
    new sfn.StateMachine(stack, 'Flow', { definitionBody: sfn.DefinitionBody.fromChainable(new sfn.Map(stack, 'Each', { itemsPath: '$.files' }).itemProcessor(run)) });
    const [{ Properties }] = Object.values(Template.fromStack(stack).findResources('AWS::StepFunctions::StateMachine'));
    const text = Properties.DefinitionString['Fn::Join'][1].join('');
    expect(text).toContain('"Command.$":"States.Array(\'convert\', $.file)"');
    expect(text).toContain('"Value.$":"$.key"');
  });
});

describe('the state', () => {
  test('has a timeout, and retries of placement apart from retries of work', () => {
    const state = stateOf(task(), { timeout: Duration.minutes(10), placementRetries: 5, retries: 2 });
    expect(state.TimeoutSeconds).toBe(600);
    expect(state.Retry).toEqual([
      expect.objectContaining({ ErrorEquals: expect.arrayContaining(['AmazonECS.Unknown', 'ECS.AmazonECSException']), IntervalSeconds: 30, BackoffRate: 2, MaxAttempts: 5 }),
      expect.objectContaining({ ErrorEquals: ['States.TaskFailed', 'States.Timeout'], MaxAttempts: 2 }),
    ]);
  });

  test('does not count a failure to place the task as work', () => {
    const [placement, work] = stateOf(task(), { retries: 2 }).Retry;
    expect(placement.MaxAttempts).toBe(0);
    expect(work.MaxAttempts).toBe(2);
  });

  test('retries nothing by itself', () => {
    expect(stateOf(task())).not.toHaveProperty('Retry');
  });
});

describe('the event target', () => {
  test('has a dead-letter queue and limits of its retries', () => {
    const stack = testStack();
    const deadLetterQueue = sqs.Queue.fromQueueArn(stack, 'Dead', 'arn:aws:sqs:eu-west-1:111122223333:dead');
    expect(targetOf(task(stack), { deadLetterQueue, retryAttempts: 3, maxEventAge: Duration.hours(2) })).toMatchObject({
      DeadLetterConfig: { Arn: 'arn:aws:sqs:eu-west-1:111122223333:dead' },
      RetryPolicy: { MaximumRetryAttempts: 3, MaximumEventAgeInSeconds: 7200 },
    });
  });
});

describe('Fargate Spot', () => {
  test('is a strategy in place of the launch type, in all ways to run', () => {
    const command = task(testStack(), { capacity: SPOT }).runTaskCommand;
    expect(command).toContain(' --capacity-provider-strategy capacityProvider=FARGATE,base=1,weight=1 capacityProvider=FARGATE_SPOT,weight=3 ');
    expect(command).not.toContain('--launch-type');
    const { EcsParameters } = targetOf(task(testStack(), { capacity: SPOT }), {});
    expect(EcsParameters).not.toHaveProperty('LaunchType');
    expect(EcsParameters.CapacityProviderStrategy).toEqual([
      { Base: 1, CapacityProvider: 'FARGATE', Weight: 1 }, { CapacityProvider: 'FARGATE_SPOT', Weight: 3 },
    ]);
    const { Parameters } = stateOf(task(testStack(), { capacity: SPOT }));
    expect(Parameters).not.toHaveProperty('LaunchType');
    expect(Parameters.CapacityProviderStrategy).toMatchObject([{ CapacityProvider: 'FARGATE', Base: 1 }, { CapacityProvider: 'FARGATE_SPOT' }]);
  });

  test('needs no base, and leaves containers the whole time to stop', () => {
    const stack = testStack();
    task(stack, { capacity: FargateMix.spotOnly() });
    Template.fromStack(stack).hasResourceProperties('AWS::ECS::TaskDefinition', { ContainerDefinitions: [{ StopTimeout: 120 }, { StopTimeout: 120 }].map(Match.objectLike) });
  });

  test('associates the providers with a cluster of the app', () => {
    const stack = testStack();
    const cluster = new ecs.Cluster(stack, 'Shop', { vpc: testVpc(stack) });
    new OneOffTask(stack, 'Report', { cluster, image: IMAGE, capacity: SPOT });
    Template.fromStack(stack).hasResourceProperties('AWS::ECS::ClusterCapacityProviderAssociations', { CapacityProviders: ['FARGATE', 'FARGATE_SPOT'] });
  });
});

describe('instances', () => {
  test('are a strategy, with a network interface for the task', () => {
    const stack = testStack();
    const command = JSON.stringify(stack.resolve(onInstances(stack).runTaskCommand));
    expect(command).toContain('--capacity-provider-strategy capacityProvider=');
    expect(command).toContain('awsvpcConfiguration={subnets=[subnet-private-a,subnet-private-b]');
    Template.fromStack(stack).hasResourceProperties('AWS::ECS::TaskDefinition', { RequiresCompatibilities: ['EC2'], NetworkMode: 'awsvpc' });
  });

  test('need no network in bridge mode', () => {
    const stack = testStack();
    const one = onInstances(stack, ecs.NetworkMode.BRIDGE);
    expect(JSON.stringify(stack.resolve(one.runTaskCommand))).not.toContain('--network-configuration');
    expect(stateOf(one).Parameters).not.toHaveProperty('NetworkConfiguration');
  });

  test('are the strategy of an event target too', () => {
    const { EcsParameters } = targetOf(onInstances(testStack(), ecs.NetworkMode.BRIDGE), {});
    expect(EcsParameters).not.toHaveProperty('LaunchType');
    expect(EcsParameters.CapacityProviderStrategy).toEqual([{ CapacityProvider: { Ref: expect.any(String) }, Weight: 1 }]);
  });
});

const SECRETS = { TOKEN: (stack: Stack) => ecs.Secret.fromSsmParameter(ssm.StringParameter.fromSecureStringParameterAttributes(stack, 'Token', { parameterName: 'token' })) };

test.each<[string, (one: OneOffTask) => unknown, string]>([
  ['a container that is not there', (one) => one.runTaskCommandWith({ containerName: 'agnet' }), "containerName is 'agnet', the containers are app, agent"],
  ['an empty command', (one) => one.asEventTarget({ command: [] }), 'command is empty'],
  ['overrides that are too long', (one) => one.runTaskCommandWith({ environment: { DATA: 'x'.repeat(8192) } }), 'ECS accepts overrides of at most 8192'],
  ['a credential in an override', (one) => one.asEventTarget({ environment: { AWS_SECRET_ACCESS_KEY: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY' } }), '[sec-secret-in-plain-environment]'],
  ['the name of a secret', (one) => one.asEventTarget({ environment: { TOKEN: 'x' } }), '[td-env-secret-name-clash]'],
  ['eleven tasks at once', (one) => one.runTaskCommandWith({ taskCount: 11 }), 'taskCount is 11 tasks'],
  ['no task at all', (one) => one.asEventTarget({ taskCount: 0 }), 'taskCount is 0 tasks'],
  ['more retries than EventBridge has', (one) => one.asEventTarget({ retryAttempts: 186 }), 'retryAttempts is 186'],
  ['an event that is tried for too short a time', (one) => one.asEventTarget({ maxEventAge: Duration.seconds(59) }), 'maxEventAge is 59 seconds'],
  ['no time at all', (one) => one.asState(one, 'Run', { timeout: Duration.seconds(0) }), 'timeout is 0 seconds'],
  ['more than a year', (one) => one.asState(one, 'Run', { timeout: Duration.days(366) }), 'timeout is 31622400 seconds'],
  ['a negative number of retries', (one) => one.asState(one, 'Run', { retries: -1 }), 'retries is -1'],
  ['half a retry of placement', (one) => one.asState(one, 'Run', { placementRetries: 0.5 }), 'placementRetries is 0.5'],
])('fails when a run asks for %s', (_, run, words) => {
  const stack = testStack();
  expect(messageOf(() => run(task(stack, { secrets: { TOKEN: SECRETS.TOKEN(stack) } })))).toContain(words);
});

test('fails when a run is smaller than its containers', () => {
  const one = task(testStack(), { size: FargateSize.of(1024, 2048), memoryLimitMiB: 1500 });
  expect(messageOf(() => one.runTaskCommandWith({ size: FargateSize.of(256, 512) }))).toContain('[td-containers-exceed-task]');
});

test('fails when a run on instances has a size', () => {
  expect(messageOf(() => onInstances(testStack()).runTaskCommandWith({ size: FargateSize.of(256, 512) }))).toContain('size is set for a run on instances');
});

test.each<[Partial<OneOffTaskProps>, string]>([
  [{ size: FargateSize.of(256, 512) }, 'size is set beside ec2Capacity'],
  [{ capacity: SPOT }, 'capacity is set beside ec2Capacity'],
  [{ assignPublicIp: true }, 'assignPublicIp is set beside ec2Capacity'],
  [{ memoryLimitMiB: undefined }, '[td-ec2-no-memory]'],
])('fails when instances have %j', (props, words) => {
  const stack = testStack();
  const cluster = new ecs.Cluster(stack, 'Cluster', { vpc: testVpc(stack) });
  const ec2Capacity = new Ec2Capacity(stack, 'Capacity', { cluster, instanceType: new ec2.InstanceType('m7g.large') });
  expect(refusalOf(stack, 'Report', (scope, id) => new OneOffTask(scope, id, { cluster, image: IMAGE, memoryLimitMiB: 256, ec2Capacity, ...props }))).toContain(words);
});

test('fails when a task on Fargate has a network mode', () => {
  const stack = testStack();
  const cluster = testCluster(stack);
  const networkMode = ecs.NetworkMode.BRIDGE;
  expect(refusalOf(stack, 'Report', (scope, id) => new OneOffTask(scope, id, { cluster, image: IMAGE, networkMode }))).toContain('networkMode is set without ec2Capacity');
});

test('tokens pass in overrides', () => {
  const stack = testStack();
  const { text, number } = tokens(stack);
  const one = task(stack);
  const run = { command: [text], environment: { KEY: text }, size: FargateSize.of(number, number) };
  new CfnOutput(stack, 'Run', { value: one.runTaskCommandWith({ ...run, taskCount: number }) });
  new sfn.StateMachine(stack, 'Flow', { definitionBody: sfn.DefinitionBody.fromChainable(one.asState(stack, 'State', { ...run, timeout: Duration.seconds(number) })) });
  targetOf(one, { ...run, taskCount: number, retryAttempts: number, maxEventAge: Duration.seconds(number) });
  templateWithoutTokens(stack);
});
