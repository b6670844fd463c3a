import type { Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter, resource, service } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

type Properties = Readonly<Record<string, unknown>>;

const HTTP = { ContainerPort: 8080, Name: 'http', AppProtocol: 'http' };
const GRPC = { ContainerPort: 50051, Name: 'grpc', AppProtocol: 'grpc' };

interface Led {
  readonly to: unknown;
  readonly group?: Properties;
}

function balanced(stack: Stack, ports: readonly Properties[], ...led: readonly Led[]): void {
  const LoadBalancers = led.map(({ to, group }, at) => ({
    ContainerName: 'app',
    ContainerPort: to,
    TargetGroupArn: resource(stack, `Group${at}`, 'AWS::ElasticLoadBalancingV2::TargetGroup', { TargetType: 'ip', Protocol: 'HTTP', Port: 80, ...group }).ref,
  }));
  service(stack, { TaskDefinition: fargateTask(stack, {}, { PortMappings: ports }).ref, LoadBalancers });
}

export const cases: readonly GotchaCase[] = [
  { name: 'a group for gRPC leads to the port for HTTP', caught: true, app: (stack) => balanced(stack, [HTTP, GRPC], { to: 8080 }, { to: 8080, group: { ProtocolVersion: 'GRPC' } }) },
  { name: 'the port has only a name', caught: true, app: (stack) => balanced(stack, [HTTP, { ContainerPort: 9000, Name: 'my-grpc' }], { to: 8080, group: { ProtocolVersion: 'GRPC' } }) },
  { name: 'a group for HTTP leads to the port for gRPC', caught: true, app: (stack) => balanced(stack, [HTTP, GRPC], { to: 50051 }) },
  {
    name: 'two groups lead to one port, and the port of the second group has none',
    caught: true,
    app: (stack) => balanced(stack, [{ ContainerPort: 8080 }, { ContainerPort: 9090 }], { to: 8080 }, { to: 8080, group: { Port: 9090 } }),
  },
  { name: 'each group leads to its port', caught: false, app: (stack) => balanced(stack, [HTTP, GRPC], { to: 8080 }, { to: 50051, group: { ProtocolVersion: 'GRPC' } }) },
  { name: 'gRPC is all there is', caught: false, app: (stack) => balanced(stack, [GRPC], { to: 50051, group: { ProtocolVersion: 'GRPC' } }) },
  { name: 'HTTP and gRPC share one port', caught: false, app: (stack) => balanced(stack, [HTTP], { to: 8080 }, { to: 8080, group: { ProtocolVersion: 'GRPC' } }) },
  { name: 'the port of the group is another one', caught: false, app: (stack) => balanced(stack, [HTTP, { ContainerPort: 9090 }], { to: 8080, group: { Port: 80 } }) },
  { name: 'two groups on one port for two load balancers', caught: false, app: (stack) => balanced(stack, [HTTP], { to: 8080 }, { to: 8080 }) },
  { name: 'a network load balancer leads to the port for gRPC', caught: false, app: (stack) => balanced(stack, [HTTP, GRPC], { to: 50051, group: { Protocol: 'TCP' } }) },
  { name: 'a parameter is the port', caught: false, notChecked: true, app: (stack) => balanced(stack, [HTTP, GRPC], { to: parameter(stack, 'Given', 'Number'), group: { ProtocolVersion: 'GRPC' } }) },
];
