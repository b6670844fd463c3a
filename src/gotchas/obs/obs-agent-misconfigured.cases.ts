import type { Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

type Properties = Readonly<Record<string, unknown>>;

const DATADOG = 'public.ecr.aws/datadog/agent:7';
const XRAY = 'public.ecr.aws/xray/aws-xray-daemon:3.x';

function agent(stack: Stack, container: Properties, task: Properties = {}): void {
  fargateTask(stack, {
    RequiresCompatibilities: ['EC2'],
    NetworkMode: 'bridge',
    ContainerDefinitions: [{ Name: 'agent', MemoryReservation: 256, ...container }],
    ...task,
  });
}

function datadog(stack: Stack, environment: Properties, container: Properties = {}, task: Properties = {}): void {
  agent(stack, { Image: DATADOG, Environment: Object.entries(environment).map(([Name, Value]) => ({ Name, Value })), ...container }, task);
}

function mapped(ContainerPort: number, Protocol?: unknown): Properties {
  return { PortMappings: [{ ContainerPort, HostPort: ContainerPort, Protocol }] };
}

const ON_FARGATE = { NetworkMode: 'awsvpc', RequiresCompatibilities: ['FARGATE'] };
const HEARS = { DD_DOGSTATSD_NON_LOCAL_TRAFFIC: 'true' };

export const cases: readonly GotchaCase[] = [
  { name: 'the port of X-Ray has no protocol', caught: true, app: (stack) => agent(stack, { Image: XRAY, ...mapped(2000) }) },
  { name: 'the port of StatsD is TCP', caught: true, app: (stack) => datadog(stack, HEARS, mapped(8125, 'tcp')) },
  { name: 'StatsD of the CloudWatch agent is TCP', caught: true, app: (stack) => agent(stack, { Image: 'amazon/cloudwatch-agent:latest', ...mapped(8125) }) },
  { name: 'Datadog hears its own container alone', caught: true, app: (stack) => datadog(stack, {}, mapped(8125, 'udp')) },
  { name: 'Datadog is set to hear its own container alone', caught: true, app: (stack) => datadog(stack, { DD_DOGSTATSD_NON_LOCAL_TRAFFIC: 'false' }, mapped(8125, 'udp')) },
  { name: 'the site is the host of the web page', caught: true, app: (stack) => datadog(stack, { DD_SITE: 'app.datadoghq.eu' }, {}, ON_FARGATE) },
  { name: 'the site is an address', caught: true, app: (stack) => datadog(stack, { DD_SITE: 'https://us5.datadoghq.com/' }) },
  { name: 'both ports of X-Ray are mapped', caught: false, app: (stack) => agent(stack, { Image: XRAY, PortMappings: [...mapped(2000).PortMappings as [], ...mapped(2000, 'udp').PortMappings as []] }) },
  { name: 'X-Ray is beside the application on Fargate', caught: false, app: (stack) => agent(stack, { Image: XRAY, PortMappings: [{ ContainerPort: 2000 }] }, ON_FARGATE) },
  { name: 'Datadog takes traces alone', caught: false, app: (stack) => datadog(stack, {}, mapped(8126, 'tcp')) },
  { name: 'Datadog has no StatsD', caught: false, app: (stack) => datadog(stack, { DD_USE_DOGSTATSD: 'false' }, mapped(8125, 'udp')) },
  { name: 'Datadog listens at every address', caught: false, app: (stack) => datadog(stack, { DD_BIND_HOST: '0.0.0.0' }, mapped(8125, 'udp')) },
  { name: 'Datadog hears all', caught: false, app: (stack) => datadog(stack, HEARS, mapped(8125, 'udp')) },
  { name: 'the site is one of Datadog', caught: false, app: (stack) => datadog(stack, { DD_SITE: 'ap1.datadoghq.com' }, {}, ON_FARGATE) },
  { name: 'a file brings the variables', caught: false, app: (stack) => datadog(stack, {}, { ...mapped(8125, 'udp'), EnvironmentFiles: [{ Type: 's3', Value: 'arn:aws:s3:::acme/agent.env' }] }) },
  { name: 'another image has the port', caught: false, app: (stack) => agent(stack, { Image: 'public.ecr.aws/acme/app:1', ...mapped(8125) }) },
  { name: 'a parameter decides the site', caught: false, notChecked: true, app: (stack) => datadog(stack, { DD_SITE: parameter(stack) }) },
  { name: 'a parameter decides the protocol', caught: false, notChecked: true, app: (stack) => agent(stack, { Image: XRAY, ...mapped(2000, parameter(stack)) }) },
];
