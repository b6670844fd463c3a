import type { Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter, service, targetGroup } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

function balanced(stack: Stack, Protocol: unknown, port: unknown): void {
  service(stack, {
    TaskDefinition: fargateTask(stack, {}, { PortMappings: [{ ContainerPort: port }] }).ref,
    LoadBalancers: [{ TargetGroupArn: targetGroup(stack, { Protocol, Port: 80 }).ref, ContainerName: 'app', ContainerPort: port }],
  });
}

export const cases: readonly GotchaCase[] = [
  { name: 'HTTPS to port 80', caught: true, app: (stack) => balanced(stack, 'HTTPS', 80) },
  { name: 'HTTP to port 443', caught: true, app: (stack) => balanced(stack, 'HTTP', 443) },
  { name: 'HTTP to port 80', caught: false, app: (stack) => balanced(stack, 'HTTP', 80) },
  { name: 'HTTPS to port 443', caught: false, app: (stack) => balanced(stack, 'HTTPS', 443) },
  { name: 'HTTPS to a port of any kind', caught: false, app: (stack) => balanced(stack, 'HTTPS', 8080) },
  { name: 'TCP to port 443', caught: false, app: (stack) => balanced(stack, 'TCP', 443) },
  { name: 'TLS to port 80', caught: false, app: (stack) => balanced(stack, 'TLS', 80) },
  { name: 'there is no load balancer', caught: false, app: (stack) => void service(stack) },
  { name: 'a parameter is the protocol', caught: false, notChecked: true, app: (stack) => balanced(stack, parameter(stack), 80) },
];
