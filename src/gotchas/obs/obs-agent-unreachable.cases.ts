import type { Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

type Properties = Readonly<Record<string, unknown>>;

const AGENT = { Name: 'agent', Image: 'public.ecr.aws/xray/aws-xray-daemon:3.3.14' };
const OTHER = { Name: 'agent', Image: 'example.com/relay:7' };
const BRIDGE = { RequiresCompatibilities: ['EC2'], NetworkMode: 'bridge' };

function sends(stack: Stack, name: string, value: unknown, others: readonly Properties[] = [], task: Properties = {}, app: Properties = {}): void {
  const container = { Name: 'app', Image: 'public.ecr.aws/nginx/nginx:1.27', Memory: 256, Environment: [{ Name: name, Value: value }], ...app };
  fargateTask(stack, { ContainerDefinitions: [container, ...others], ...task });
}

export const cases: readonly GotchaCase[] = [
  { name: 'the host is the name of a container', caught: true, app: (stack) => sends(stack, 'AWS_XRAY_DAEMON_ADDRESS', 'agent:2000', [AGENT]) },
  { name: 'one of two addresses is the name of a container', caught: true, app: (stack) => sends(stack, 'AWS_XRAY_DAEMON_ADDRESS', 'tcp:127.0.0.1:2000 udp:agent:2000', [AGENT]) },
  { name: 'the URL has the name of a container', caught: true, app: (stack) => sends(stack, 'OTEL_EXPORTER_OTLP_ENDPOINT', 'http://agent:4318/v1', [OTHER]) },
  { name: 'the host is the bridge of Docker', caught: true, app: (stack) => sends(stack, 'DD_AGENT_HOST', '172.17.0.1', [OTHER]) },
  { name: 'the host is that of Docker', caught: true, app: (stack) => sends(stack, 'STATSD_HOST', 'host.docker.internal') },
  { name: 'the host is the metadata of the instance', caught: true, app: (stack) => sends(stack, 'DD_TRACE_AGENT_HOSTNAME', '169.254.169.254', [OTHER]) },
  { name: 'the host is the metadata of the task, also on a bridge', caught: true, app: (stack) => sends(stack, 'OTEL_AWS_APPLICATION_SIGNALS_EXPORTER_ENDPOINT', 'http://169.254.170.2:4316/v1/metrics', [], BRIDGE) },
  { name: 'nothing links the container of the agent', caught: true, app: (stack) => sends(stack, 'DD_AGENT_HOST', 'agent', [{ ...AGENT, Memory: 128 }], BRIDGE) },
  { name: 'the task has no network', caught: true, app: (stack) => sends(stack, 'DD_AGENT_HOST', 'agent.example.com', [], { ...BRIDGE, NetworkMode: 'none' }) },
  { name: 'the task has no other container', caught: true, consequence: 'risk', app: (stack) => sends(stack, 'OTEL_EXPORTER_OTLP_ENDPOINT', 'http://localhost:4317') },
  { name: 'the agent is another container on a bridge', caught: true, app: (stack) => sends(stack, 'AWS_XRAY_DAEMON_ADDRESS', 'localhost:2000', [{ ...AGENT, Memory: 128 }], BRIDGE) },
  { name: 'so it is for an image of a repository of the account', caught: true, app: (stack) => sends(stack, 'AWS_XRAY_DAEMON_ADDRESS', 'localhost:2000', [{ ...AGENT, Memory: 128 }], BRIDGE, { Image: `${stack.account}.dkr.ecr.eu-west-1.amazonaws.com/app:1` }) },
  { name: 'no other container is there on a bridge', caught: true, consequence: 'risk', app: (stack) => sends(stack, 'DD_AGENT_HOST', '127.0.0.1', [], BRIDGE) },
  { name: 'the agent sends to itself on a bridge', caught: false, app: (stack) => sends(stack, 'OTEL_EXPORTER_OTLP_ENDPOINT', 'http://localhost:4317', [], BRIDGE, { Image: 'otel/opentelemetry-collector-contrib:0.109.0' }) },
  { name: 'the task is in the network of the host', caught: false, app: (stack) => sends(stack, 'AWS_XRAY_DAEMON_ADDRESS', 'localhost:2000', [], { ...BRIDGE, NetworkMode: 'host' }) },
  { name: 'the agent is at localhost', caught: false, app: (stack) => sends(stack, 'AWS_XRAY_DAEMON_ADDRESS', '127.0.0.1:2000', [AGENT]) },
  { name: 'a container has the port', caught: false, app: (stack) => sends(stack, 'OTEL_EXPORTER_OTLP_ENDPOINT', 'http://localhost:4317', [{ ...OTHER, PortMappings: [{ ContainerPort: 4317 }] }]) },
  { name: 'a daemon of Managed Instances has the host', caught: false, app: (stack) => sends(stack, 'OTEL_EXPORTER_OTLP_ENDPOINT', 'http://169.254.172.2:4318', [OTHER]) },
  { name: 'the agent is elsewhere', caught: false, app: (stack) => sends(stack, 'OTEL_EXPORTER_OTLP_ENDPOINT', 'https://otlp.example.com') },
  { name: 'the agent is at a socket', caught: false, app: (stack) => sends(stack, 'DD_TRACE_AGENT_URL', 'unix:///var/run/datadog/apm.socket') },
  { name: 'a link has the name', caught: false, app: (stack) => sends(stack, 'DD_AGENT_HOST', 'agent', [{ ...AGENT, Memory: 128 }], BRIDGE, { Links: ['agent:agent'] }) },
  { name: 'instances have the bridge', caught: false, app: (stack) => sends(stack, 'DD_AGENT_HOST', '172.17.0.1', [], BRIDGE) },
  { name: 'Windows has another network', caught: false, app: (stack) => sends(stack, 'DD_AGENT_HOST', 'agent', [{ ...AGENT, Memory: 128 }], { ...BRIDGE, RuntimePlatform: { OperatingSystemFamily: 'WINDOWS_SERVER_2022_CORE' } }) },
  { name: 'no SDK reads the variable', caught: false, app: (stack) => sends(stack, 'BACKEND', 'http://localhost:4317') },
  { name: 'another container may be the agent', caught: false, notChecked: true, app: (stack) => sends(stack, 'OTEL_EXPORTER_OTLP_ENDPOINT', 'http://localhost:4317', [OTHER]) },
  { name: 'a parameter decides the host', caught: false, notChecked: true, app: (stack) => sends(stack, 'DD_AGENT_HOST', parameter(stack)) },
  { name: 'a parameter is part of the URL', caught: false, notChecked: true, app: (stack) => sends(stack, 'OTEL_EXPORTER_OTLP_ENDPOINT', `http://${parameter(stack)}:4317`) },
];
