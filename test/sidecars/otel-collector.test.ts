import { Match, Template } from 'aws-cdk-lib/assertions';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as logs from 'aws-cdk-lib/aws-logs';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import { CfnParameter, type Stack } from 'aws-cdk-lib/core';
import { configOf as configIn, containerOf, statementsOf, variablesOf } from './of-template';
import { EcsTask, FargateWorkerService, OneOffTask, OtelCollector, OtelPipeline, OtelSignal, type OtelCollectorProps } from '../../src';
import { refusalOf } from '../support/refusals';
import { FLAG_SETS, IMAGE, templateWithoutTokens, testCluster, testStack, tokens } from '../support/stacks';

const WORKSPACE = 'arn:aws:aps:eu-central-1:111122223333:workspace/ws-0123456789';

function worker(stack: Stack): FargateWorkerService {
  return new FargateWorkerService(stack, 'Worker', { cluster: testCluster(stack), image: IMAGE });
}

function collector(stack: Stack, props: Omit<OtelCollectorProps, 'task'>): Template {
  new OtelCollector(stack, 'Collector', { task: worker(stack), ...props });
  return Template.fromStack(stack);
}

function configOf(template: Template): ReturnType<typeof configIn> {
  return configIn(template, 'otel-collector', 'AOT_CONFIG_CONTENT');
}

describe.each(FLAG_SETS)('OtelCollector with $flags', ({ context }) => {
  test('synthesizes its recorded template', () => {
    const stack = testStack(context);
    const key = secretsmanager.Secret.fromSecretNameV2(stack, 'Key', 'vendor');
    new OtelCollector(stack, 'Collector', {
      task: worker(stack),
      pipelines: [
        OtelPipeline.xray({ remoteSampling: true }),
        OtelPipeline.cloudWatch({ namespace: 'Shop/Worker' }),
        OtelPipeline.prometheus(WORKSPACE),
        OtelPipeline.otlp('https://otlp.example.com', { headers: { 'api-key': ecs.Secret.fromSecretsManager(key) } }),
      ],
    });
    expect(Template.fromStack(stack).toJSON()).toMatchSnapshot();
  });
});

describe('the configuration', () => {
  test('has one pipeline for each signal that a destination takes', () => {
    const config = configOf(collector(testStack(), { pipelines: [OtelPipeline.xray(), OtelPipeline.prometheus(WORKSPACE)] }));
    expect(config.receivers).toEqual({ otlp: { protocols: { grpc: { endpoint: 'localhost:4317' }, http: { endpoint: 'localhost:4318' } } } });
    expect(config.service).toEqual({
      extensions: ['health_check', 'sigv4auth'],
      pipelines: {
        traces: { receivers: ['otlp'], processors: ['memory_limiter', 'resource_detection', 'resource', 'batch/traces'], exporters: ['awsxray'] },
        metrics: { receivers: ['otlp'], processors: ['memory_limiter', 'resource_detection', 'resource', 'batch/metrics'], exporters: ['prometheus_remote_write'] },
      },
    });
    expect(config.extensions.sigv4auth).toEqual({ region: 'eu-central-1', service: 'aps' });
    expect(config.exporters.prometheus_remote_write.endpoint).toBe('https://aps-workspaces.eu-central-1.amazonaws.com/workspaces/ws-0123456789/api/v1/remote_write');
  });

  test('numbers destinations of one kind', () => {
    const stack = testStack();
    const secret = ecs.Secret.fromSecretsManager(secretsmanager.Secret.fromSecretNameV2(stack, 'Key', 'vendor'));
    const template = collector(stack, {
      pipelines: [OtelPipeline.otlp('https://a.example.com', { headers: { key: secret } }), OtelPipeline.otlp('https://b.example.com/otlp', { headers: { key: secret } })],
    });
    expect(configOf(template).exporters).toEqual({
      'otlp_http': { endpoint: 'https://a.example.com', headers: { key: '${env:OTLP_HTTP_HEADER_1}' } },
      'otlp_http/2': { endpoint: 'https://b.example.com/otlp', headers: { key: '${env:OTLP_HTTP_2_HEADER_1}' } },
    });
    expect(containerOf(template, 'otel-collector').Secrets).toMatchObject([{ Name: 'OTLP_HTTP_HEADER_1' }, { Name: 'OTLP_HTTP_2_HEADER_1' }]);
  });

  test('limits the memory to a share of what the container gets', () => {
    const template = collector(testStack(), { pipelines: [OtelPipeline.xray()], memoryLimitMiB: 100 });
    expect(configOf(template).processors.memory_limiter).toEqual({ check_interval: '1s', limit_mib: 80, spike_limit_mib: 20 });
    expect(variablesOf(template, 'otel-collector').GOMEMLIMIT).toBe('80MiB');
    expect(containerOf(template, 'otel-collector')).toMatchObject({ Memory: 100, MemoryReservation: 100 });
  });

  test('is merged with configuration of the user', () => {
    const config = configOf(collector(testStack(), {
      pipelines: [OtelPipeline.xray()],
      config: {
        processors: { probabilistic_sampler: { sampling_percentage: 10 } },
        service: { pipelines: { traces: { processors: ['memory_limiter', 'probabilistic_sampler', 'batch/traces'] } } },
      },
    }));
    expect(Object.keys(config.processors)).toEqual(['memory_limiter', 'resource_detection', 'resource', 'batch/traces', 'probabilistic_sampler']);
    expect(config.service.pipelines.traces).toEqual({ receivers: ['otlp'], processors: ['memory_limiter', 'probabilistic_sampler', 'batch/traces'], exporters: ['awsxray'] });
  });

  test('takes no dollar sign of a text for a variable', () => {
    const stack = testStack();
    const { text } = tokens(stack);
    const { exporters } = configOf(collector(stack, { pipelines: [OtelPipeline.otlp('https://otlp.example.com/$a'), OtelPipeline.otlp(`https://$a/${text}`)] }));
    expect(exporters.otlp_http.endpoint).toBe('https://otlp.example.com/$$a');
    expect(exporters['otlp_http/2'].endpoint).toBe('https://$$a/TOKEN');
  });
});

test('the containers find the collector, and keep the variables that they have', () => {
  const stack = testStack();
  const task = new FargateWorkerService(stack, 'Worker', {
    cluster: testCluster(stack), image: IMAGE, environment: { OTEL_SERVICE_NAME: 'mailer' }, sidecars: [{ containerName: 'helper', image: IMAGE }],
  });
  new OtelCollector(stack, 'Collector', { task, pipelines: [OtelPipeline.xray()], serviceName: 'shop' });
  const template = Template.fromStack(stack);
  const served = { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://localhost:4318', OTEL_EXPORTER_OTLP_PROTOCOL: 'http/protobuf', OTEL_METRICS_EXPORTER: 'none', OTEL_LOGS_EXPORTER: 'none' };
  for (const [name, serviceName] of [['app', 'mailer'], ['helper', 'shop']]) {
    expect(variablesOf(template, name)).toEqual({ ...served, OTEL_SERVICE_NAME: serviceName });
    expect(containerOf(template, name).DependsOn).toEqual([{ ContainerName: 'otel-collector', Condition: 'START' }]);
  }
});

test('serves the named containers alone', () => {
  const stack = testStack();
  const task = new FargateWorkerService(stack, 'Worker', { cluster: testCluster(stack), image: IMAGE, sidecars: [{ containerName: 'helper', image: IMAGE }] });
  new OtelCollector(stack, 'Collector', { task, pipelines: [OtelPipeline.xray()], containerNames: ['helper'] });
  const template = Template.fromStack(stack);
  expect(containerOf(template, 'app')).not.toHaveProperty('DependsOn');
  expect(containerOf(template, 'helper')).toHaveProperty('DependsOn');
});

describe('the task role can', () => {
  test.each<[string, (stack: Stack) => OtelPipeline, object[]]>([
    ['send traces', () => OtelPipeline.xray(), [{ Action: 'xray:PutTraceSegments', Resource: '*' }]],
    ['send traces and read sampling rules', () => OtelPipeline.xray({ remoteSampling: true }), [{
      Action: ['xray:PutTraceSegments', 'xray:GetSamplingRules', 'xray:GetSamplingTargets'], Resource: '*',
    }]],
    ['write to the log group of the metrics', (stack) => OtelPipeline.cloudWatch({ namespace: 'Shop', logGroup: logs.LogGroup.fromLogGroupName(stack, 'Group', 'metrics') }), [{
      Action: ['logs:CreateLogStream', 'logs:PutLogEvents'], Resource: { 'Fn::Join': ['', Match.arrayWith([':log-group:metrics:*'])] },
    }]],
    ['write to the workspace', () => OtelPipeline.prometheus(WORKSPACE), [{ Action: 'aps:RemoteWrite', Resource: WORKSPACE }]],
    ['do nothing for another collector', () => OtelPipeline.otlp('http://collector.shop.internal:4318'), []],
  ])('%s', (_name, pipeline, statements) => {
    const stack = testStack();
    const template = collector(stack, { pipelines: [pipeline(stack)] });
    expect(statementsOf(template, 'Collector')).toHaveLength(statements.length);
    if (statements.length > 0) template.hasResourceProperties('AWS::IAM::Policy', { PolicyDocument: { Statement: statements.map((one) => Match.objectLike(one)) } });
  });
});

describe('is for', () => {
  test('a task that runs once', () => {
    const stack = testStack();
    const task = new OneOffTask(stack, 'Once', { cluster: testCluster(stack), image: IMAGE });
    new OtelCollector(stack, 'Collector', { task, pipelines: [OtelPipeline.xray()] });
    expect(variablesOf(Template.fromStack(stack), 'app').OTEL_SERVICE_NAME).toBe('Shop/Once');
  });

  test('a task definition of the CDK, in bridge mode by a link', () => {
    const stack = testStack();
    const taskDefinition = new ecs.Ec2TaskDefinition(stack, 'Task');
    taskDefinition.addContainer('app', { image: IMAGE, memoryLimitMiB: 64 });
    new OtelCollector(stack, 'Collector', { task: EcsTask.fromTaskDefinition(taskDefinition), pipelines: [OtelPipeline.xray({ remoteSampling: true })] });
    const template = Template.fromStack(stack);
    expect(variablesOf(template, 'app').OTEL_EXPORTER_OTLP_ENDPOINT).toBe('http://otel-collector:4318');
    expect(configOf(template).receivers.otlp.protocols.http.endpoint).toBe('0.0.0.0:4318');
    expect(configOf(template).extensions.awsproxy.endpoint).toBe('0.0.0.0:2000');
  });
});

test('does not check tokens', () => {
  const stack = testStack();
  const { text, number } = tokens(stack);
  const list = new CfnParameter(stack, 'List', { type: 'CommaDelimitedList', default: 'a' });
  new OtelCollector(stack, 'Collector', {
    task: worker(stack),
    pipelines: [OtelPipeline.cloudWatch({ namespace: text }), OtelPipeline.prometheus(text), OtelPipeline.otlp(text)],
    serviceName: text,
    cpu: number,
    memoryLimitMiB: number,
    config: { exporters: { otlp_http: { compression: list.value } } },
  });
  templateWithoutTokens(stack);
});

describe('fails when', () => {
  test.each<[string, Partial<OtelCollectorProps>, string]>([
    ['there is no pipeline', { pipelines: [] }, 'pipelines is empty'],
    ['a pipeline is none', { pipelines: [{} as OtelPipeline] }, 'pipelines[0] is of the type object, it must be an OtelPipeline'],
    ['a namespace belongs to AWS', { pipelines: [OtelPipeline.cloudWatch({ namespace: 'AWS/Shop' })] }, "pipelines[0].namespace is 'AWS/Shop'"],
    ['the namespace is left out', { pipelines: [OtelPipeline.cloudWatch({} as { namespace: string })] }, 'pipelines[0].namespace is left out'],
    ['the workspace is an id', { pipelines: [OtelPipeline.prometheus('ws-0123')] }, "pipelines[0] is 'ws-0123', it must be the ARN of a workspace"],
    ['the workspace is left out', { pipelines: [OtelPipeline.prometheus(undefined as unknown as string)] }, 'pipelines[0] has no ARN of a workspace'],
    ['the URL has no scheme', { pipelines: [OtelPipeline.otlp('otlp.example.com:4318')] }, 'must be a URL of OTLP over HTTP'],
    ['the URL has credentials', { pipelines: [OtelPipeline.otlp('https://user:word@otlp.example.com')] }, 'must be a URL of OTLP over HTTP'],
    ['the URL has the path of a signal', { pipelines: [OtelPipeline.otlp('https://otlp.example.com/v1/traces')] }, 'fix:  pass https://otlp.example.com\n'],
    ['a destination takes no signal', { pipelines: [OtelPipeline.otlp('https://otlp.example.com', { signals: [] })] }, 'pipelines[0].signals is empty'],
    ['a header is no secret', { pipelines: [OtelPipeline.otlp('https://otlp.example.com', { headers: { key: 'abc' as unknown as ecs.Secret } })] }, 'it must be an ecs.Secret'],
    ['a header has a space', { pipelines: [OtelPipeline.otlp('https://otlp.example.com', { headers: { 'a key': {} as ecs.Secret } })] }, 'must be the name of a header'],
    ['a section is unknown', { config: { exporter: {} } }, "config has 'exporter'"],
    ['a served container is missing', { containerNames: ['none'] }, "containerNames has 'none'"],
    ['the name of the service has a comma', { serviceName: 'a,b' }, "serviceName is 'a,b'"],
    ['the container exists', { containerName: 'app' }, "containerName is 'app', which the task has already"],
  ])('%s', (_name, props, says) => {
    const stack = testStack();
    const task = worker(stack);
    expect(refusalOf(stack, 'Collector', (scope, id) => new OtelCollector(scope, id, { task, pipelines: [OtelPipeline.xray()], ...props }))).toContain(says);
  });

  test('the task has a collector', () => {
    const stack = testStack();
    const task = worker(stack);
    const props = { task, pipelines: [OtelPipeline.otlp('https://otlp.example.com', { signals: [OtelSignal.TRACES] })] };
    new OtelCollector(stack, 'Collector', props);
    expect(refusalOf(stack, 'Second', (scope, id) => new OtelCollector(scope, id, props))).toContain('task has a OtelCollector already');
  });

  test('the containers are of Windows', () => {
    const stack = testStack();
    const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task', {
      cpu: 1024, memoryLimitMiB: 2048, runtimePlatform: { operatingSystemFamily: ecs.OperatingSystemFamily.WINDOWS_SERVER_2022_CORE },
    });
    taskDefinition.addContainer('app', { image: IMAGE });
    const task = EcsTask.fromTaskDefinition(taskDefinition);
    expect(refusalOf(stack, 'Collector', (scope, id) => new OtelCollector(scope, id, { task, pipelines: [OtelPipeline.xray()] }))).toContain('which OtelCollector does not support');
  });
});
