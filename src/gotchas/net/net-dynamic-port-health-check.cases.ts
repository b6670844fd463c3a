import type { Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter, service, targetGroup } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

function behind(stack: Stack, healthCheckPort: unknown, { networkMode = 'bridge', hostPort }: { readonly networkMode?: string; readonly hostPort?: unknown } = {}): void {
  const task = { RequiresCompatibilities: ['EC2'], NetworkMode: networkMode };
  service(stack, {
    LaunchType: 'EC2',
    TaskDefinition: fargateTask(stack, task, { Memory: 256, PortMappings: [{ ContainerPort: 80, HostPort: hostPort }] }).ref,
    LoadBalancers: [{
      TargetGroupArn: targetGroup(stack, { TargetType: 'instance', HealthCheckPort: healthCheckPort }).ref, ContainerName: 'app', ContainerPort: 80,
    }],
  });
}

export const cases: readonly GotchaCase[] = [
  { name: 'the check goes to the port of the container', caught: true, app: (stack) => behind(stack, '80') },
  { name: 'the port of the instance is left to Docker by a zero', caught: true, app: (stack) => behind(stack, '8080', { hostPort: 0 }) },
  { name: 'the check goes where the traffic goes', caught: false, app: (stack) => behind(stack, 'traffic-port') },
  { name: 'the check has no port', caught: false, app: (stack) => behind(stack, undefined) },
  { name: 'the port of the instance is fixed too', caught: false, app: (stack) => behind(stack, '8080', { hostPort: 8080 }) },
  { name: 'tasks have addresses of their own', caught: false, app: (stack) => behind(stack, '80', { networkMode: 'awsvpc' }) },
  { name: 'a parameter decides the port', caught: false, notChecked: true, app: (stack) => behind(stack, parameter(stack)) },
];
