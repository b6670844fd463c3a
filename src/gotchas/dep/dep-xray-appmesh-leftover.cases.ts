import { AppMeshProxyConfiguration, ContainerImage, FargateTaskDefinition } from 'aws-cdk-lib/aws-ecs';
import type { Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

const ENVOY = '840364872350.dkr.ecr.eu-west-1.amazonaws.com/aws-appmesh-envoy:v1.29.12.1-prod';

function proxied(stack: Stack, containerName: string, task: Readonly<Record<string, unknown>> = {}): void {
  fargateTask(stack, { ProxyConfiguration: { Type: 'APPMESH', ContainerName: containerName }, ...task });
}

function withEnvoy(stack: Stack, image: string): void {
  const proxyConfiguration = new AppMeshProxyConfiguration({
    containerName: 'envoy', properties: { appPorts: [80], proxyEgressPort: 15001, proxyIngressPort: 15000, ignoredUID: 1337 },
  });
  new FargateTaskDefinition(stack, 'Task', { proxyConfiguration }).addContainer('envoy', { image: ContainerImage.fromRegistry(image) });
}

export const cases: readonly GotchaCase[] = [
  { name: 'the proxy is not there', caught: true, consequence: 'rejected', app: (stack) => proxied(stack, 'envoy') },
  { name: 'the task has a bridge', caught: true, consequence: 'rejected', app: (stack) => proxied(stack, 'app', { RequiresCompatibilities: ['EC2'], NetworkMode: 'bridge' }) },
  {
    name: 'the Envoy of App Mesh is the proxy',
    caught: true,
    app: (stack) => withEnvoy(stack, ENVOY),
  },
  { name: 'an Envoy with a control plane of its own is the proxy', caught: true, consequence: 'risk', app: (stack) => withEnvoy(stack, 'envoy:1') },
  { name: 'Envoy runs without being configured', caught: true, consequence: 'misbehaves', app: (stack) => void fargateTask(stack, {}, { Image: ENVOY }) },
  { name: 'the X-Ray daemon runs', caught: true, consequence: 'worth-knowing', app: (stack) => void fargateTask(stack, {}, { Image: 'public.ecr.aws/xray/aws-xray-daemon:3.x' }) },
  { name: 'an Envoy of its own', caught: false, app: (stack) => void fargateTask(stack, {}, { Image: 'envoyproxy/envoy:v1.31.0' }) },
  { name: 'neither is there', caught: false, app: (stack) => void fargateTask(stack) },
  { name: 'a parameter brings the image', caught: false, notChecked: true, app: (stack) => void fargateTask(stack, {}, { Image: parameter(stack) }) },
];
