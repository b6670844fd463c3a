import { Template } from 'aws-cdk-lib/assertions';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import type { Stack } from 'aws-cdk-lib/core';
import { containerOf, variablesOf } from './of-template';
import { ApplicationSignals, CloudWatchAgent, EcsTask, FargateSize, FargateWorkerService, InstrumentedRuntime, OtelCollector, OtelPipeline, type ApplicationSignalsProps } from '../../src';
import { refusalOf } from '../support/refusals';
import { FLAG_SETS, IMAGE, templateWithoutTokens, testCluster, testStack, tokens } from '../support/stacks';

const { NODE, NODE_ESM, PYTHON, JAVA, DOTNET, DOTNET_MUSL } = InstrumentedRuntime;

/** The variables of every runtime, as the page of AWS for ECS has them. */
const COMMON = {
  OTEL_SERVICE_NAME: 'Shop/Worker',
  OTEL_AWS_APPLICATION_SIGNALS_ENABLED: 'true',
  OTEL_AWS_APPLICATION_SIGNALS_EXPORTER_ENDPOINT: 'http://localhost:4316/v1/metrics',
  OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: 'http://localhost:4316/v1/traces',
  OTEL_EXPORTER_OTLP_PROTOCOL: 'http/protobuf',
  OTEL_TRACES_EXPORTER: 'otlp',
  OTEL_METRICS_EXPORTER: 'none',
  OTEL_LOGS_EXPORTER: 'none',
  OTEL_TRACES_SAMPLER: 'xray',
  OTEL_TRACES_SAMPLER_ARG: 'endpoint=http://localhost:2000',
  OTEL_PROPAGATORS: 'tracecontext,baggage,xray',
  OTEL_AWS_SERVICE_EVENTS_ENABLED: 'false',
};

function worker(stack: Stack, environment: { [name: string]: string } = {}): FargateWorkerService {
  return new FargateWorkerService(stack, 'Worker', { cluster: testCluster(stack), image: IMAGE, environment });
}

function instrumented(props: Omit<ApplicationSignalsProps, 'task'>, environment?: { [name: string]: string }): Template {
  const stack = testStack();
  new ApplicationSignals(stack, 'Signals', { task: worker(stack, environment), ...props });
  return Template.fromStack(stack);
}

function dotnet(platform: string): object {
  const path = '/otel-auto-instrumentation-dotnet';
  return {
    OTEL_DOTNET_DISTRO: 'aws_distro',
    OTEL_DOTNET_CONFIGURATOR: 'aws_configurator',
    OTEL_DOTNET_AUTO_PLUGINS: 'AWS.Distro.OpenTelemetry.AutoInstrumentation.Plugin, AWS.Distro.OpenTelemetry.AutoInstrumentation',
    OTEL_DOTNET_AUTO_HOME: path,
    CORECLR_ENABLE_PROFILING: '1',
    CORECLR_PROFILER: '{918728DD-259F-4A6A-AC2B-B85E1B658318}',
    CORECLR_PROFILER_PATH: `${path}/${platform}/OpenTelemetry.AutoInstrumentation.Native.so`,
    DOTNET_STARTUP_HOOKS: `${path}/net/OpenTelemetry.AutoInstrumentation.StartupHook.dll`,
    DOTNET_ADDITIONAL_DEPS: `${path}/AdditionalDeps`,
    DOTNET_SHARED_STORE: `${path}/store`,
  };
}

describe.each(FLAG_SETS)('ApplicationSignals with $flags', ({ context }) => {
  test('synthesizes its recorded template', () => {
    const stack = testStack(context);
    new ApplicationSignals(stack, 'Signals', { task: worker(stack), runtime: PYTHON, environmentName: 'production' });
    expect(Template.fromStack(stack).toJSON()).toMatchSnapshot();
  });
});

describe('the variables load the SDK', () => {
  test.each<[InstrumentedRuntime, object]>([
    [NODE, { NODE_OPTIONS: '--require /otel-auto-instrumentation-node/autoinstrumentation.js' }],
    [NODE_ESM, {
      NODE_OPTIONS: '--import /otel-auto-instrumentation-node/autoinstrumentation.js '
        + '--experimental-loader=/otel-auto-instrumentation-node/node_modules/@opentelemetry/instrumentation/hook.mjs',
    }],
    [PYTHON, {
      OTEL_PYTHON_DISTRO: 'aws_distro',
      OTEL_PYTHON_CONFIGURATOR: 'aws_configurator',
      PYTHONPATH: '/otel-auto-instrumentation-python/opentelemetry/instrumentation/auto_instrumentation:/otel-auto-instrumentation-python',
    }],
    [JAVA, { JAVA_TOOL_OPTIONS: '-javaagent:/otel-auto-instrumentation/javaagent.jar' }],
    [DOTNET, dotnet('linux-x64')],
    [DOTNET_MUSL, dotnet('linux-musl-x64')],
  ])('of %s', (runtime, variables) => {
    expect(variablesOf(instrumented({ runtime }), 'app')).toEqual({ ...COMMON, ...variables });
  });

  test('of .NET on ARM', () => {
    const stack = testStack();
    const task = new FargateWorkerService(stack, 'Worker', { cluster: testCluster(stack), image: IMAGE, runtimePlatform: { cpuArchitecture: ecs.CpuArchitecture.ARM64 } });
    new ApplicationSignals(stack, 'Signals', { task, runtime: DOTNET });
    expect(variablesOf(Template.fromStack(stack), 'app')).toEqual({ ...COMMON, ...dotnet('linux-arm64') });
  });

  test.each<[InstrumentedRuntime, string, string, string]>([
    [NODE, 'NODE_OPTIONS', '--max-old-space-size=200', '--max-old-space-size=200 --require /otel-auto-instrumentation-node/autoinstrumentation.js'],
    [JAVA, 'JAVA_TOOL_OPTIONS', '-Xmx200m', '-Xmx200m -javaagent:/otel-auto-instrumentation/javaagent.jar'],
    [PYTHON, 'PYTHONPATH', '/app', '/otel-auto-instrumentation-python/opentelemetry/instrumentation/auto_instrumentation:/app:/otel-auto-instrumentation-python'],
    [DOTNET, 'DOTNET_STARTUP_HOOKS', '/app/hook.dll', '/otel-auto-instrumentation-dotnet/net/OpenTelemetry.AutoInstrumentation.StartupHook.dll:/app/hook.dll'],
  ])('of %s beside a value of the container in %s', (runtime, variable, own, value) => {
    expect(variablesOf(instrumented({ runtime }, { [variable]: own }), 'app')[variable]).toBe(value);
  });
});

test('variables of the container stay as they are', () => {
  const variables = variablesOf(instrumented(
    { runtime: NODE, serviceName: 'other', environmentName: 'production' },
    { OTEL_SERVICE_NAME: 'mailer', OTEL_TRACES_SAMPLER: 'always_on', OTEL_RESOURCE_ATTRIBUTES: 'team=shop' },
  ), 'app');
  expect(variables).toMatchObject({
    OTEL_SERVICE_NAME: 'mailer', OTEL_TRACES_SAMPLER: 'always_on', OTEL_RESOURCE_ATTRIBUTES: 'team=shop,deployment.environment.name=production',
  });
});

test('a container copies the SDK into a volume before the application starts', () => {
  const template = instrumented({ runtime: JAVA });
  const volume = 'opentelemetry-auto-instrumentation-java';
  expect(containerOf(template, 'opentelemetry-init')).toMatchObject({
    Essential: false,
    Image: expect.stringMatching(/^public\.ecr\.aws\/aws-observability\/adot-autoinstrumentation-java:v\d+\.\d+\.\d+$/),
    Command: ['cp', '/javaagent.jar', '/otel-auto-instrumentation/javaagent.jar'],
    MountPoints: [{ SourceVolume: volume, ContainerPath: '/otel-auto-instrumentation', ReadOnly: false }],
  });
  expect(containerOf(template, 'opentelemetry-init').RestartPolicy).not.toMatchObject({ Enabled: true });
  expect(containerOf(template, 'app')).toMatchObject({
    DependsOn: expect.arrayContaining([{ ContainerName: 'opentelemetry-init', Condition: 'SUCCESS' }, { ContainerName: 'cloudwatch-agent', Condition: 'START' }]),
    MountPoints: [{ SourceVolume: volume, ContainerPath: '/otel-auto-instrumentation', ReadOnly: true }],
  });
  template.hasResourceProperties('AWS::ECS::TaskDefinition', { Volumes: [{ Name: volume }] });
});

test('two containers share the agent of the task, which receives other metrics too', () => {
  const stack = testStack();
  const task = new FargateWorkerService(stack, 'Worker', { cluster: testCluster(stack), image: IMAGE, sidecars: [{ containerName: 'helper', image: IMAGE }] });
  const agent = new CloudWatchAgent(stack, 'Agent', { task, applicationSignals: true, statsd: { namespace: 'Shop' } });
  new ApplicationSignals(stack, 'Signals', { task, runtime: NODE, agent });
  new ApplicationSignals(stack, 'HelperSignals', { task, runtime: NODE, containerName: 'helper', serviceName: 'helper', agent });
  const template = Template.fromStack(stack);
  const [{ Properties }] = Object.values(template.findResources('AWS::ECS::TaskDefinition'));
  expect(Properties.ContainerDefinitions.map(({ Name }: { readonly Name: string }) => Name))
    .toEqual(['app', 'helper', 'cloudwatch-agent', 'opentelemetry-init', 'opentelemetry-init-helper']);
  expect(Properties.Volumes).toHaveLength(2);
  expect(variablesOf(template, 'helper')).toMatchObject({ OTEL_SERVICE_NAME: 'helper', STATSD_HOST: 'localhost' });
});

test('does not check tokens', () => {
  const stack = testStack();
  const { text } = tokens(stack);
  new ApplicationSignals(stack, 'Signals', { task: worker(stack, { NODE_OPTIONS: text }), runtime: NODE, serviceName: text, environmentName: text });
  templateWithoutTokens(stack);
});

describe('fails when', () => {
  test.each<[string, Omit<ApplicationSignalsProps, 'task'>, string]>([
    ['the runtime has no SDK', { runtime: 'PHP' as InstrumentedRuntime }, "runtime is 'PHP', it must be one of NODE, "],
    ['the runtime is left out', {} as Omit<ApplicationSignalsProps, 'task'>, 'runtime is left out'],
    ['the container is missing', { runtime: NODE, containerName: 'none' }, "containerName is 'none', and the task has no such container"],
    ['the name of the service is empty', { runtime: NODE, serviceName: '' }, "serviceName is ''"],
    ['the name of the environment ends the attribute', { runtime: NODE, environmentName: 'a,b=c' }, "environmentName is 'a,b=c'"],
    ['the agent is none', { runtime: NODE, agent: {} as CloudWatchAgent }, 'agent is no CloudWatchAgent'],
  ])('%s', (_name, props, says) => {
    const stack = testStack();
    const task = worker(stack);
    expect(refusalOf(stack, 'Signals', (scope, id) => new ApplicationSignals(scope, id, { task, ...props }))).toContain(says);
  });

  test('the task has no room for the agent and the copy together', () => {
    const stack = testStack();
    // The agent alone takes 128 MiB, and the copy 64.
    const task = new FargateWorkerService(stack, 'Worker', { cluster: testCluster(stack), image: IMAGE, memoryReservationMiB: 512 - 128 - 63 });
    const refusal = refusalOf(stack, 'Signals', (scope, id) => new ApplicationSignals(scope, id, { task, runtime: JAVA }));
    expect(refusal).toContain('memoryReservationMiB of the containers together (513)');
  });

  test('the agent does not receive it, or belongs to another task', () => {
    const stack = testStack();
    const task = worker(stack);
    const agent = new CloudWatchAgent(stack, 'Agent', { task, emf: {} });
    const refused = (props: ApplicationSignalsProps) => refusalOf(stack, 'Signals', (scope, id) => new ApplicationSignals(scope, id, props));
    expect(refused({ task, runtime: NODE, agent })).toContain('agent does not receive Application Signals');
    const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Other');
    taskDefinition.addContainer('app', { image: IMAGE });
    expect(refused({ task: EcsTask.fromTaskDefinition(taskDefinition), runtime: NODE, agent })).toContain('agent is an agent of another task');
  });

  test('an agent of the task is not passed', () => {
    const stack = testStack();
    const task = worker(stack);
    new CloudWatchAgent(stack, 'Agent', { task, emf: {} });
    expect(refusalOf(stack, 'Signals', (scope, id) => new ApplicationSignals(scope, id, { task, runtime: NODE }))).toContain("agent is left out, and the task has one, the container 'cloudwatch-agent'");
  });

  test('the container is instrumented already', () => {
    const stack = testStack();
    const task = worker(stack);
    new ApplicationSignals(stack, 'Signals', { task, runtime: NODE });
    expect(refusalOf(stack, 'Again', (scope, id) => new ApplicationSignals(scope, id, { task, runtime: JAVA }))).toContain('already');
  });

  test('a collector without traces serves the container', () => {
    const stack = testStack();
    const task = new FargateWorkerService(stack, 'Worker', { cluster: testCluster(stack), image: IMAGE, size: FargateSize.of(512, 1024) });
    new OtelCollector(stack, 'Collector', { task, pipelines: [OtelPipeline.cloudWatch({ namespace: 'Shop' })] });
    expect(refusalOf(stack, 'Signals', (scope, id) => new ApplicationSignals(scope, id, { task, runtime: NODE }))).toContain("OTEL_TRACES_EXPORTER of container 'app' is 'none'");
  });

  test('a secret has the options of the runtime', () => {
    const stack = testStack();
    const secret = ecs.Secret.fromSsmParameter({ parameterArn: 'arn:aws:ssm:eu-west-1:111122223333:parameter/options', grantRead: () => undefined } as never);
    const task = new FargateWorkerService(stack, 'Worker', { cluster: testCluster(stack), image: IMAGE, secrets: { NODE_OPTIONS: secret } });
    expect(refusalOf(stack, 'Signals', (scope, id) => new ApplicationSignals(scope, id, { task, runtime: NODE }))).toContain('NODE_OPTIONS of container');
  });

  test('the containers are of Windows', () => {
    const stack = testStack();
    const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task', {
      cpu: 1024, memoryLimitMiB: 2048, runtimePlatform: { operatingSystemFamily: ecs.OperatingSystemFamily.WINDOWS_SERVER_2022_CORE },
    });
    taskDefinition.addContainer('app', { image: IMAGE });
    const task = EcsTask.fromTaskDefinition(taskDefinition);
    expect(refusalOf(stack, 'Signals', (scope, id) => new ApplicationSignals(scope, id, { task, runtime: DOTNET }))).toContain('runs Windows containers');
  });
});
