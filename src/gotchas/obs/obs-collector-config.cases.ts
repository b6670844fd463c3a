import type { Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter, resource } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

type Properties = Readonly<Record<string, unknown>>;

const ADOT = 'public.ecr.aws/aws-observability/aws-otel-collector:v0.43.3';
const CONFIG = `receivers:
  otlp:
    protocols:
      grpc:
        endpoint: 0.0.0.0:4317 # for all
connectors:
  spanmetrics: {}
processors:
  batch/metrics:
    timeout: 60s
exporters:
  awsxray:
  awsemf:
    namespace: Shop
service:
  pipelines:
    traces:
      receivers: [otlp]
      exporters: [awsxray, spanmetrics]
    metrics:
      receivers:
        - spanmetrics
      processors: [batch/metrics]
      exporters:
        - "awsemf"
`;

function collector(stack: Stack, container: Properties): void {
  fargateTask(stack, { ContainerDefinitions: [{ Name: 'app', Image: 'public.ecr.aws/acme/app:1' }, { Name: 'collector', Image: ADOT, ...container }] });
}

function written(stack: Stack, Value: unknown): void {
  collector(stack, { Environment: [{ Name: 'AOT_CONFIG_CONTENT', Value }] });
}

function inParameter(stack: Stack, Value: unknown, Name?: string): string {
  return resource(stack, 'Config', 'AWS::SSM::Parameter', { Type: 'String', Value, Name }).ref;
}

function secret(stack: Stack, ValueFrom: unknown): void {
  collector(stack, { Secrets: [{ Name: 'AOT_CONFIG_CONTENT', ValueFrom }] });
}

const NOT_CONFIGURED = CONFIG.replace('processors: [batch/metrics]', 'processors: [batch]');
const OF_INSTANCE = { Command: ['--config=/etc/ecs/otel-instance-metrics-config.yaml'] };

export const cases: readonly GotchaCase[] = [
  { name: 'the variable is the name of a parameter', caught: true, app: (stack) => written(stack, inParameter(stack, CONFIG)) },
  { name: 'the variable is the text of a name', caught: true, app: (stack) => written(stack, 'otel-collector-config') },
  { name: 'a pipeline names a processor that is not configured', caught: true, app: (stack) => written(stack, NOT_CONFIGURED) },
  { name: 'a list on lines names an exporter that is not configured', caught: true, app: (stack) => written(stack, CONFIG.replace('- "awsemf"', '- logging')) },
  { name: 'a parameter of the app has the mistake', caught: true, app: (stack) => secret(stack, inParameter(stack, NOT_CONFIGURED)) },
  {
    name: 'a parameter that the ARN names has the mistake',
    caught: true,
    app: (stack) => {
      inParameter(stack, NOT_CONFIGURED, '/shop/otel');
      secret(stack, `arn:aws:ssm:${stack.region}:${stack.account}:parameter/shop/otel`);
    },
  },
  { name: 'a value has a second colon', caught: true, app: (stack) => written(stack, CONFIG.replace('namespace: Shop', 'namespace: Shop: Web')) },
  { name: 'the configuration is for instances', caught: true, app: (stack) => collector(stack, OF_INSTANCE) },
  { name: 'all is configured', caught: false, app: (stack) => written(stack, CONFIG) },
  { name: 'a parameter of the app has all', caught: false, app: (stack) => secret(stack, inParameter(stack, CONFIG)) },
  { name: 'the deployment knows a part of a value', caught: false, app: (stack) => written(stack, CONFIG.replace('Shop', stack.region)) },
  { name: 'the configuration is JSON', caught: false, app: (stack) => written(stack, '{"service":{"pipelines":{}}}') },
  { name: 'a text in it has colons', caught: false, app: (stack) => written(stack, CONFIG.replace('namespace: Shop', 'log: |\n      a: b: c')) },
  { name: 'an address has colons', caught: false, app: (stack) => written(stack, CONFIG.replace('namespace: Shop', 'endpoint: http://127.0.0.1:9090/path')) },
  { name: 'a section has no configuration of its own', caught: false, app: (stack) => written(stack, CONFIG.replace('  batch/metrics:\n    timeout: 60s', '  batch/metrics: {}')) },
  { name: 'anchors repeat parts of it', caught: false, app: (stack) => written(stack, NOT_CONFIGURED.replace('timeout: 60s', '<<: *defaults')) },
  { name: 'the file systems of the instance are mounted', caught: false, app: (stack) => collector(stack, { ...OF_INSTANCE, MountPoints: [{ SourceVolume: 'proc', ContainerPath: '/rootfs/proc' }] }) },
  { name: 'another image has the variable', caught: false, app: (stack) => collector(stack, { Image: 'public.ecr.aws/acme/collector:1', Environment: [{ Name: 'AOT_CONFIG_CONTENT', Value: 'name' }] }) },
  { name: 'a parameter of the stack is the configuration', caught: false, notChecked: true, app: (stack) => written(stack, parameter(stack)) },
  { name: 'the parameter is not in the app', caught: false, notChecked: true, app: (stack) => secret(stack, 'arn:aws:ssm:eu-west-1:111122223333:parameter/otel') },
];
