import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import type { Stack } from 'aws-cdk-lib/core';
import { parameter, resource } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

interface Parts {
  readonly type?: unknown;
  readonly listener?: unknown;
  readonly group?: unknown;
}

/** A load balancer, its listener and the target group that the listener forwards to. */
function forwarding(stack: Stack, { type, listener, group }: Parts, byRule = false): void {
  const balancer = resource(stack, 'Balancer', 'AWS::ElasticLoadBalancingV2::LoadBalancer', { Type: type });
  const targets = resource(stack, 'Targets', 'AWS::ElasticLoadBalancingV2::TargetGroup', { TargetType: 'ip', Protocol: group, Port: 80, VpcId: 'vpc-1' });
  const forward = [{ Type: 'forward', ForwardConfig: { TargetGroups: [{ TargetGroupArn: targets.ref }] } }];
  const own = resource(stack, 'Listener', 'AWS::ElasticLoadBalancingV2::Listener', {
    LoadBalancerArn: balancer.ref, Port: 80, Protocol: listener, DefaultActions: byRule ? [{ Type: 'fixed-response' }] : forward,
  });
  if (byRule) resource(stack, 'Rule', 'AWS::ElasticLoadBalancingV2::ListenerRule', { ListenerArn: own.ref, Priority: 1, Actions: forward });
}

export const cases: readonly GotchaCase[] = [
  { name: 'a target group for HTTP behind a Network Load Balancer', caught: true, app: (stack) => forwarding(stack, { type: 'network', listener: 'TCP', group: 'HTTP' }) },
  { name: 'a target group for TCP behind an Application Load Balancer', caught: true, app: (stack) => forwarding(stack, { listener: 'HTTP', group: 'TCP' }) },
  { name: 'a rule that forwards to it', caught: true, app: (stack) => forwarding(stack, { listener: 'HTTP', group: 'TCP' }, true) },
  { name: 'a listener for TLS on an Application Load Balancer', caught: true, app: (stack) => forwarding(stack, { listener: 'TLS', group: 'TLS' }) },
  { name: 'a listener for HTTP on a Network Load Balancer', caught: true, app: (stack) => forwarding(stack, { type: 'network', listener: 'HTTP', group: 'HTTP' }) },
  { name: 'UDP behind a listener for TCP', caught: true, app: (stack) => forwarding(stack, { type: 'network', listener: 'TCP', group: 'UDP' }) },
  { name: 'TLS behind a listener for TCP', caught: true, app: (stack) => forwarding(stack, { type: 'network', listener: 'TCP', group: 'TLS' }) },
  { name: 'HTTPS behind a listener for HTTP', caught: false, app: (stack) => forwarding(stack, { listener: 'HTTP', group: 'HTTPS' }) },
  { name: 'TCP behind a listener for TLS', caught: false, app: (stack) => forwarding(stack, { type: 'network', listener: 'TLS', group: 'TCP' }) },
  { name: 'a function behind the listener', caught: false, app: (stack) => forwarding(stack, { listener: 'HTTP' }) },
  {
    name: 'a Network Load Balancer of the CDK',
    caught: false,
    app: (stack) => {
      const balancer = new elbv2.NetworkLoadBalancer(stack, 'Balancer', { vpc: new ec2.Vpc(stack, 'Vpc', { maxAzs: 2 }) });
      balancer.addListener('Listener', { port: 53, protocol: elbv2.Protocol.TCP_UDP }).addTargets('Targets', { port: 53, protocol: elbv2.Protocol.TCP_UDP });
    },
  },
  { name: 'a parameter is the protocol of the target group', caught: false, notChecked: true, app: (stack) => forwarding(stack, { listener: 'HTTP', group: parameter(stack) }) },
  { name: 'a parameter is the type of the load balancer', caught: false, notChecked: true, app: (stack) => forwarding(stack, { type: parameter(stack), listener: 'HTTP', group: 'HTTP' }) },
];
