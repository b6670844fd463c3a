import { Match, Template } from 'aws-cdk-lib/assertions';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import { Stack } from 'aws-cdk-lib/core';
import { DatadogAgent, EcsTask, FargateSize, FireLensLogs, LogDestination, OneOffTask, type DatadogAgentProps, type IEcsTask } from '../../src';
import { containersIn, findingsWith, secretOf, worker } from './support';
import { refusalOf } from '../support/refusals';
import { FLAG_SETS, IMAGE, templateWithoutTokens, testCluster, testStack, tokens } from '../support/stacks';

const LARGE = { size: FargateSize.of(512, 1024) };

function agentOf(stack: Stack, task: IEcsTask, props: Partial<DatadogAgentProps> = {}): DatadogAgent {
  return new DatadogAgent(stack, 'Datadog', { task, apiKey: secretOf(stack), ...props });
}

function refusal(props: Partial<DatadogAgentProps>, stack = testStack(), task: IEcsTask = worker(stack, LARGE)): string {
  const apiKey = secretOf(stack);
  return refusalOf(stack, 'Datadog', (scope, id) => new DatadogAgent(scope, id, { task, apiKey, ...props }));
}

const variablesIn = (container: { readonly [property: string]: unknown }): { readonly [name: string]: unknown } => (
  Object.fromEntries((container.Environment as { Name: string; Value: unknown }[]).map(({ Name, Value }) => [Name, Value])));

describe.each(FLAG_SETS)('DatadogAgent with $flags', ({ context }) => {
  test('synthesizes its recorded template', () => {
    const stack = testStack(context);
    agentOf(stack, worker(stack, LARGE), { service: 'shop', env: 'prod', version: '1.2', logs: true });
    expect(Template.fromStack(stack).toJSON()).toMatchSnapshot();
  });
});

describe('the agent', () => {
  test('has an exact version, starts again, and is checked by its own program', () => {
    const stack = testStack();
    agentOf(stack, worker(stack), { tags: { team: 'a', shift: 'b' }, env: 'prod', environment: { DD_LOG_LEVEL: 'warn' } });
    const agent = containersIn(stack)['datadog-agent'];
    expect(agent).toMatchObject({
      Essential: false,
      Image: expect.stringMatching(/^public\.ecr\.aws\/datadog\/agent:\d+\.\d+\.\d+$/),
      RestartPolicy: { Enabled: true, RestartAttemptPeriod: 60 },
      HealthCheck: { Command: ['CMD-SHELL', 'agent health'] },
      MemoryReservation: 256,
      Secrets: [{ Name: 'DD_API_KEY', ValueFrom: expect.anything() }],
      LogConfiguration: { LogDriver: 'awslogs', Options: { 'awslogs-stream-prefix': 'datadog-agent' } },
    });
    expect(variablesIn(agent)).toEqual({
      DD_SITE: 'datadoghq.com',
      ECS_FARGATE: 'true',
      DD_APM_ENABLED: 'true',
      DD_APM_NON_LOCAL_TRAFFIC: 'false',
      DD_USE_DOGSTATSD: 'true',
      DD_DOGSTATSD_NON_LOCAL_TRAFFIC: 'false',
      DD_ENV: 'prod',
      DD_TAGS: 'team:a shift:b',
      DD_LOG_LEVEL: 'warn',
    });
  });

  test('has its key from the execution role, and no permission of the task role', () => {
    const stack = testStack();
    agentOf(stack, worker(stack));
    const template = Template.fromStack(stack);
    template.resourceCountIs('AWS::IAM::Policy', 1);
    template.hasResourceProperties('AWS::IAM::Policy', { Roles: [{ Ref: Match.stringLikeRegexp('ExecutionRole') }] });
  });

  test('receives what is not turned off', () => {
    const stack = testStack();
    agentOf(stack, worker(stack), { apm: false, dogstatsd: false, site: 'datadoghq.eu' });
    const { app, 'datadog-agent': agent } = containersIn(stack);
    expect(variablesIn(agent)).toMatchObject({ DD_APM_ENABLED: 'false', DD_USE_DOGSTATSD: 'false', DD_SITE: 'datadoghq.eu' });
    expect(variablesIn(app)).toEqual({ DD_SERVICE: 'Worker' });
  });
});

describe('the containers', () => {
  test('find the agent, have the tags, and stop before the agent, also those that are added later', () => {
    const stack = testStack();
    const task = worker(stack);
    agentOf(stack, task, { service: 'shop', env: 'prod', version: '1.2' });
    task.taskDefinition.addContainer('late', { image: IMAGE });
    const { app, late } = containersIn(stack);
    for (const container of [app, late]) {
      expect(variablesIn(container)).toEqual({ DD_AGENT_HOST: 'localhost', DD_SERVICE: 'shop', DD_ENV: 'prod', DD_VERSION: '1.2' });
      expect(container.DockerLabels).toEqual({ 'com.datadoghq.tags.service': 'shop', 'com.datadoghq.tags.env': 'prod', 'com.datadoghq.tags.version': '1.2' });
      expect(container.DependsOn).toEqual([{ ContainerName: 'datadog-agent', Condition: 'START' }]);
    }
  });

  test('are those that are named', () => {
    const stack = testStack();
    agentOf(stack, worker(stack, { sidecars: [{ containerName: 'proxy', image: IMAGE }] }), { containerNames: ['app'] });
    expect(containersIn(stack).proxy).not.toHaveProperty('Environment');
  });

  test('keep variables of their own', () => {
    const stack = testStack();
    agentOf(stack, worker(stack, { environment: { DD_SERVICE: 'own' } }));
    expect(variablesIn(containersIn(stack).app)).toEqual({ DD_SERVICE: 'own', DD_AGENT_HOST: 'localhost' });
  });

  test('reach the agent by a link in bridge mode, without ECS_FARGATE', () => {
    const stack = testStack();
    const taskDefinition = new ecs.Ec2TaskDefinition(stack, 'Task');
    taskDefinition.addContainer('main', { image: IMAGE, memoryLimitMiB: 64 });
    agentOf(stack, EcsTask.fromTaskDefinition(taskDefinition));
    const { main, 'datadog-agent': agent } = containersIn(stack);
    expect(main.Links).toEqual(['datadog-agent:datadog-agent']);
    expect(variablesIn(main)).toMatchObject({ DD_AGENT_HOST: 'datadog-agent' });
    expect(variablesIn(agent)).toMatchObject({ DD_APM_NON_LOCAL_TRAFFIC: 'true', DD_DOGSTATSD_NON_LOCAL_TRAFFIC: 'true' });
    expect(variablesIn(agent)).not.toHaveProperty('ECS_FARGATE');
  });
});

describe('logs', () => {
  test('are sent with the tags of the service, and not those of the agent', () => {
    const stack = testStack();
    const { logs } = agentOf(stack, worker(stack, LARGE), { logs: true, logSource: 'nodejs', env: 'prod', tags: { team: 'a' }, site: 'datadoghq.eu' });
    expect(logs).toBeInstanceOf(FireLensLogs);
    const { app, 'datadog-agent': agent } = containersIn(stack);
    expect(app.LogConfiguration).toMatchObject({
      LogDriver: 'awsfirelens',
      Options: { Host: 'http-intake.logs.datadoghq.eu', dd_service: 'Worker', dd_source: 'nodejs', dd_tags: 'env:prod,team:a' },
      SecretOptions: [{ Name: 'apikey', ValueFrom: expect.anything() }],
    });
    expect(agent.LogConfiguration.LogDriver).toBe('awslogs');
  });

  test('of another part work before and after the agent', () => {
    const after = testStack();
    const task = worker(after, LARGE);
    agentOf(after, task);
    new FireLensLogs(after, 'Logs', { task, destination: LogDestination.cloudWatch() });
    const before = testStack();
    const other = worker(before, LARGE);
    new FireLensLogs(before, 'Logs', { task: other, destination: LogDestination.cloudWatch() });
    agentOf(before, other);
    expect(containersIn(before)['datadog-agent']).toEqual(containersIn(after)['datadog-agent']);
    expect(containersIn(before).app.LogConfiguration).toEqual(containersIn(after).app.LogConfiguration);
  });
});

describe('Workload Protection', () => {
  test('starts the containers by the program that traces them, when the agent is healthy', () => {
    const stack = testStack();
    agentOf(stack, worker(stack, { ...LARGE, entryPoint: ['node', 'main.js'], initProcess: true }), { cloudWorkloadSecurity: true });
    Template.fromStack(stack).hasResourceProperties('AWS::ECS::TaskDefinition', { PidMode: 'task', Volumes: [{ Name: 'Tracer' }] });
    const { app, 'datadog-agent': agent, 'datadog-tracer': tracer } = containersIn(stack);
    expect(app).toMatchObject({
      EntryPoint: ['/cws-instrumentation-volume/cws-instrumentation', 'trace', '--', 'node', 'main.js'],
      LinuxParameters: { Capabilities: { Add: ['SYS_PTRACE'] }, InitProcessEnabled: true },
      DependsOn: [{ ContainerName: 'datadog-tracer', Condition: 'SUCCESS' }, { ContainerName: 'datadog-agent', Condition: 'HEALTHY' }],
    });
    expect(agent.StartTimeout).toBe(120);
    expect(variablesIn(agent)).toMatchObject({ DD_RUNTIME_SECURITY_CONFIG_ENABLED: 'true', DD_RUNTIME_SECURITY_CONFIG_EBPFLESS_ENABLED: 'true' });
    expect(tracer).toMatchObject({ Essential: false, MountPoints: [{ ContainerPath: '/cws-instrumentation-volume', ReadOnly: false, SourceVolume: 'Tracer' }] });
    expect(tracer.RestartPolicy).toEqual({ Enabled: false });
  });

  test('adds the capability to a container without other parameters', () => {
    const stack = testStack();
    agentOf(stack, worker(stack, { ...LARGE, entryPoint: ['/app'] }), { cloudWorkloadSecurity: true });
    expect(containersIn(stack).app.LinuxParameters).toEqual({ Capabilities: { Add: ['SYS_PTRACE'] } });
  });

  test('needs an entry point that is known, and Fargate', () => {
    expect(refusal({ cloudWorkloadSecurity: true })).toContain("container 'app' has no entryPoint");
    const stack = testStack();
    const taskDefinition = new ecs.Ec2TaskDefinition(stack, 'Task', { networkMode: ecs.NetworkMode.AWS_VPC });
    taskDefinition.addContainer('main', { image: IMAGE, memoryLimitMiB: 64, entryPoint: ['/app'] });
    expect(refusal({ cloudWorkloadSecurity: true }, stack, EcsTask.fromTaskDefinition(taskDefinition))).toContain('does not run on Fargate');
  });
});

describe('refused is', () => {
  test.each<[string, Partial<DatadogAgentProps>, string]>([
    ['a key that is left out', { apiKey: undefined }, 'apiKey is left out'],
    ['a key in plain text', { apiKey: 'a1b2c3' as never }, 'apiKey is of the type string, it must be an ecs.Secret'],
    ['a site with a protocol', { site: 'https://datadoghq.eu' }, "site is 'https://datadoghq.eu'"],
    ['the host of the web page as the site', { site: 'app.datadoghq.eu' }, "site is 'app.datadoghq.eu'"],
    ['a service with spaces', { service: 'my shop' }, "service is 'my shop'"],
    ['a tag with a comma', { tags: { team: 'a,b' } }, "tags[team] is 'a,b'"],
    ['a variable of the part', { environment: { DD_SITE: 'x' } }, "environment has 'DD_SITE'"],
    ['a name that is taken', { containerName: 'app' }, "containerName is 'app'"],
    ['a container that is not there', { containerNames: ['web'] }, "containerNames has 'web'"],
    ['more memory than the task has', { memoryReservationMiB: 1000, logs: true }, 'memoryReservationMiB of the containers together (1064)'],
    ['a part of a MiB', { memoryReservationMiB: 1.5, logs: true }, 'memoryReservationMiB is 1.5 MiB'],
  ])('%s', (_, props, headline) => {
    expect(refusal(props)).toContain(headline);
  });

  test('a second agent, and a second router', () => {
    const stack = testStack();
    const task = worker(stack, LARGE);
    const apiKey = secretOf(stack);
    new DatadogAgent(stack, 'First', { task, apiKey });
    expect(refusalOf(stack, 'Second', (scope, id) => new DatadogAgent(scope, id, { task, apiKey }))).toContain('task has a DatadogAgent already');
    const routed = testStack();
    const other = worker(routed, LARGE);
    new FireLensLogs(routed, 'Logs', { task: other, destination: LogDestination.cloudWatch() });
    expect(refusal({ logs: true }, routed, other)).toContain('task has a FireLensLogs already');
  });
});

test('tokens are written as they are', () => {
  const stack = testStack();
  const { text, number } = tokens(stack);
  const task = new OneOffTask(stack, 'Report', { cluster: testCluster(stack), image: IMAGE, ...LARGE });
  agentOf(stack, task, {
    site: text, service: text, env: text, version: text, tags: { team: text }, logs: true, memoryReservationMiB: number, cpu: number,
  });
  templateWithoutTokens(stack);
});

test('the rule pack has no more findings on a service with an agent', () => {
  const [without, withPart] = findingsWith((stack, task) => agentOf(stack, task));
  expect(withPart).toEqual(without);
});
