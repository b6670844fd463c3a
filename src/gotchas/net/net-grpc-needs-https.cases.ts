import type { CfnResource, Stack } from 'aws-cdk-lib/core';
import { loadBalancer } from './balanced-app.cases';
import { parameter, resource, targetGroup } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

function behind(stack: Stack, version: unknown, ...protocols: readonly unknown[]): void {
  const group = targetGroup(stack, { ProtocolVersion: version });
  const balancer = loadBalancer(stack);
  const first = stack.node.findChild('Listener') as CfnResource;
  first.addPropertyOverride('LoadBalancerArn', balancer.ref);
  first.addPropertyOverride('Protocol', protocols[0]);
  protocols.slice(1).forEach((protocol, index) => resource(stack, `Other${index}`, 'AWS::ElasticLoadBalancingV2::Listener', {
    LoadBalancerArn: balancer.ref, Protocol: protocol, Port: 8000 + index, DefaultActions: [{ Type: 'forward', TargetGroupArn: group.ref }],
  }));
}

export const cases: readonly GotchaCase[] = [
  { name: 'gRPC behind plain HTTP', caught: true, app: (stack) => behind(stack, 'GRPC', 'HTTP') },
  { name: 'HTTP/2 behind plain HTTP on two ports', caught: true, app: (stack) => behind(stack, 'HTTP2', 'HTTP', 'HTTP') },
  { name: 'gRPC behind HTTPS', caught: false, app: (stack) => behind(stack, 'GRPC', 'HTTPS') },
  { name: 'gRPC behind HTTPS, beside plain HTTP', caught: false, app: (stack) => behind(stack, 'GRPC', 'HTTP', 'HTTPS') },
  { name: 'HTTP/1 behind plain HTTP', caught: false, app: (stack) => behind(stack, 'HTTP1', 'HTTP') },
  { name: 'the version is left to its default', caught: false, app: (stack) => behind(stack, undefined, 'HTTP') },
  { name: 'a parameter decides what the listener speaks', caught: false, notChecked: true, app: (stack) => behind(stack, 'GRPC', parameter(stack)) },
  { name: 'a parameter decides the version', caught: false, notChecked: true, app: (stack) => behind(stack, parameter(stack), 'HTTP') },
];
