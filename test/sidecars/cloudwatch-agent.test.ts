import { Template } from 'aws-cdk-lib/assertions';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as logs from 'aws-cdk-lib/aws-logs';
import { Duration, type Stack } from 'aws-cdk-lib/core';
import { configOf, containerOf, statementsOf, variablesOf } from './of-template';
import { CloudWatchAgent, EcsTask, FargateWorkerService, type CloudWatchAgentProps } from '../../src';
import { refusalOf } from '../support/refusals';
import { FLAG_SETS, IMAGE, templateWithoutTokens, testCluster, testStack, tokens } from '../support/stacks';

function worker(stack: Stack): FargateWorkerService {
  return new FargateWorkerService(stack, 'Worker', { cluster: testCluster(stack), image: IMAGE });
}

function agent(props: Omit<CloudWatchAgentProps, 'task'>): Template {
  const stack = testStack();
  new CloudWatchAgent(stack, 'Agent', { task: worker(stack), ...props });
  return Template.fromStack(stack);
}

function configIn(template: Template): ReturnType<typeof configOf> {
  return configOf(template, 'cloudwatch-agent', 'CW_CONFIG_CONTENT');
}

describe.each(FLAG_SETS)('CloudWatchAgent with $flags', ({ context }) => {
  test('synthesizes its recorded template', () => {
    const stack = testStack(context);
    new CloudWatchAgent(stack, 'Agent', { task: worker(stack), statsd: { namespace: 'Shop/Worker' }, emf: {} });
    expect(Template.fromStack(stack).toJSON()).toMatchSnapshot();
  });
});

describe('receives', () => {
  test('metrics of StatsD', () => {
    const template = agent({ statsd: { namespace: 'Shop', aggregationInterval: Duration.seconds(10) } });
    expect(configIn(template)).toEqual({
      agent: { omit_hostname: true },
      metrics: { namespace: 'Shop', metrics_collected: { statsd: { service_address: ':8125', metrics_aggregation_interval: 10 } } },
    });
    expect(variablesOf(template, 'app')).toEqual({ STATSD_HOST: 'localhost', STATSD_PORT: '8125' });
    expect(statementsOf(template, 'Agent')).toEqual([{
      Action: 'cloudwatch:PutMetricData', Effect: 'Allow', Resource: '*', Condition: { StringEquals: { 'cloudwatch:namespace': 'Shop' } },
    }]);
  });

  test('metrics in the embedded metric format, for a log group', () => {
    const stack = testStack();
    const logGroup = new logs.LogGroup(stack, 'Metrics');
    new CloudWatchAgent(stack, 'Agent', { task: worker(stack), emf: { logGroup } });
    const template = Template.fromStack(stack);
    expect(configIn(template)).toEqual({ agent: { omit_hostname: true }, logs: { metrics_collected: { emf: {} } } });
    expect(variablesOf(template, 'app')).toEqual({ AWS_EMF_AGENT_ENDPOINT: 'tcp://localhost:25888', AWS_EMF_LOG_GROUP_NAME: stack.resolve(logGroup.logGroupName) });
    expect(statementsOf(template, 'Agent')).toEqual([{
      Action: ['logs:CreateLogStream', 'logs:PutLogEvents'], Effect: 'Allow', Resource: stack.resolve(logGroup.logGroupArn),
    }]);
  });

  test('Application Signals', () => {
    const template = agent({ applicationSignals: true });
    expect(configIn(template)).toEqual({
      agent: { omit_hostname: true },
      logs: { metrics_collected: { application_signals: {} } },
      traces: { traces_collected: { application_signals: {} } },
    });
    expect(statementsOf(template, 'Agent')).toMatchObject([
      { Action: ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'], Resource: { 'Fn::Join': ['', expect.arrayContaining([':log-group:/aws/application-signals/data:*'])] } },
      { Action: ['xray:PutTraceSegments', 'xray:PutTelemetryRecords', 'xray:GetSamplingRules', 'xray:GetSamplingTargets'], Resource: '*' },
    ]);
  });

  test('what a configuration of the user has, with the permissions for metrics and traces', () => {
    const template = agent({
      emf: {}, config: { agent: { debug: true }, metrics: { metrics_collected: { otlp: {} } }, traces: { traces_collected: { otlp: {} } } },
    });
    expect(configIn(template)).toEqual({
      agent: { omit_hostname: true, debug: true },
      logs: { metrics_collected: { emf: {} } },
      metrics: { metrics_collected: { otlp: {} } },
      traces: { traces_collected: { otlp: {} } },
    });
    expect(statementsOf(template, 'Agent')).toMatchObject([
      { Action: 'cloudwatch:PutMetricData', Condition: { StringEquals: { 'cloudwatch:namespace': 'CWAgent' } } },
      { Action: ['logs:CreateLogStream', 'logs:PutLogEvents'] },
      { Action: expect.arrayContaining(['xray:PutTraceSegments']) },
    ]);
  });
});

test('starts before the containers that it serves, and starts again when it ends', () => {
  const template = agent({ statsd: { namespace: 'Shop' } });
  expect(containerOf(template, 'app').DependsOn).toEqual([{ ContainerName: 'cloudwatch-agent', Condition: 'START' }]);
  expect(containerOf(template, 'cloudwatch-agent')).toMatchObject({ Essential: false, RestartPolicy: { Enabled: true }, MemoryReservation: 128 });
});

test('is reached by a link in bridge mode', () => {
  const stack = testStack();
  const taskDefinition = new ecs.Ec2TaskDefinition(stack, 'Task');
  taskDefinition.addContainer('app', { image: IMAGE, memoryLimitMiB: 64 });
  new CloudWatchAgent(stack, 'Agent', { task: EcsTask.fromTaskDefinition(taskDefinition), statsd: { namespace: 'Shop' } });
  const template = Template.fromStack(stack);
  expect(variablesOf(template, 'app')).toEqual({ STATSD_HOST: 'cloudwatch-agent', STATSD_PORT: '8125' });
  expect(containerOf(template, 'app').Links).toEqual(['cloudwatch-agent:cloudwatch-agent']);
});

test('does not check tokens', () => {
  const stack = testStack();
  const { text, number } = tokens(stack);
  new CloudWatchAgent(stack, 'Agent', { task: worker(stack), statsd: { namespace: text, aggregationInterval: Duration.seconds(number) }, memoryLimitMiB: number });
  templateWithoutTokens(stack);
});

describe('fails when', () => {
  test.each<[string, Omit<CloudWatchAgentProps, 'task'>, string]>([
    ['it receives nothing', {}, 'the agent would receive nothing'],
    ['the namespace is left out', { statsd: {} as { namespace: string } }, 'statsd.namespace is left out'],
    ['the namespace is empty', { statsd: { namespace: '' } }, "statsd.namespace is ''"],
    ['the interval is no whole second', { statsd: { namespace: 'Shop', aggregationInterval: Duration.millis(500) } }, 'statsd.aggregationInterval is 0.5 seconds'],
    ['a section is unknown', { config: { metric: {} } }, "config has 'metric'"],
    ['a served container is missing', { emf: {}, containerNames: ['none'] }, "containerNames has 'none'"],
    ['no container is served', { emf: {}, containerNames: [] }, 'containerNames is empty'],
    ['the task is too small', { emf: {}, memoryLimitMiB: 1024 }, 'td-containers-exceed-task'],
  ])('%s', (_name, props, says) => {
    const stack = testStack();
    const task = worker(stack);
    expect(refusalOf(stack, 'Agent', (scope, id) => new CloudWatchAgent(scope, id, { task, ...props }))).toContain(says);
  });
});
