import type { Stack } from 'aws-cdk-lib/core';
import { parameter, resource } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

type Properties = Readonly<Record<string, unknown>>;

interface Kinds {
  readonly ofBalancer?: unknown;
  readonly ofGroup?: unknown;
  readonly protocol?: string;
  readonly more?: Properties;
}

function listener(stack: Stack, { ofBalancer, ofGroup, protocol = 'HTTP', more }: Kinds): void {
  const Type = protocol === 'HTTP' ? 'application' : 'network';
  const balancer = resource(stack, 'Balancer', 'AWS::ElasticLoadBalancingV2::LoadBalancer', { Type, IpAddressType: ofBalancer, Subnets: ['subnet-1', 'subnet-2'], ...more });
  const group = resource(stack, 'Group', 'AWS::ElasticLoadBalancingV2::TargetGroup', { TargetType: 'ip', Protocol: protocol, Port: 80, VpcId: 'vpc-1', IpAddressType: ofGroup });
  resource(stack, 'Listener', 'AWS::ElasticLoadBalancingV2::Listener', {
    LoadBalancerArn: balancer.ref, Protocol: protocol, Port: 80, DefaultActions: [{ Type: 'forward', TargetGroupArn: group.ref }],
  });
}

const PREFIX = { EnablePrefixForIpv6SourceNat: 'on' };

export const cases: readonly GotchaCase[] = [
  { name: 'IPv6 targets behind the default type', caught: true, app: (stack) => listener(stack, { ofGroup: 'ipv6' }) },
  { name: 'IPv6 targets behind ipv4', caught: true, app: (stack) => listener(stack, { ofBalancer: 'ipv4', ofGroup: 'ipv6', protocol: 'TCP' }) },
  { name: 'UDP to IPv4 targets of a dualstack load balancer', caught: true, app: (stack) => listener(stack, { ofBalancer: 'dualstack', protocol: 'UDP', more: PREFIX }) },
  { name: 'UDP without a prefix', caught: true, app: (stack) => listener(stack, { ofBalancer: 'dualstack', ofGroup: 'ipv6', protocol: 'TCP_UDP' }) },
  { name: 'QUIC of a dualstack load balancer', caught: true, app: (stack) => listener(stack, { ofBalancer: 'dualstack', protocol: 'QUIC' }) },
  { name: 'IPv6 targets behind dualstack', caught: false, app: (stack) => listener(stack, { ofBalancer: 'dualstack', ofGroup: 'ipv6' }) },
  { name: 'IPv6 targets behind dualstack without public IPv4', caught: false, app: (stack) => listener(stack, { ofBalancer: 'dualstack-without-public-ipv4', ofGroup: 'ipv6' }) },
  { name: 'IPv4 targets behind dualstack', caught: false, app: (stack) => listener(stack, { ofBalancer: 'dualstack' }) },
  { name: 'UDP with a prefix', caught: false, app: (stack) => listener(stack, { ofBalancer: 'dualstack', ofGroup: 'ipv6', protocol: 'UDP', more: PREFIX }) },
  { name: 'UDP over IPv4', caught: false, app: (stack) => listener(stack, { protocol: 'UDP' }) },
  { name: 'a parameter is the type', caught: false, notChecked: true, app: (stack) => listener(stack, { ofBalancer: parameter(stack), ofGroup: 'ipv6' }) },
];
