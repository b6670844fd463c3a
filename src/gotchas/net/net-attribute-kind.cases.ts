import type { Stack } from 'aws-cdk-lib/core';
import { parameter, resource } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

type Attributes = Readonly<Record<string, unknown>>;

function list(attributes: Attributes): readonly unknown[] {
  return Object.entries(attributes).map(([Key, Value]) => ({ Key, Value }));
}

function targets(stack: Stack, attributes: Attributes, more: Attributes = { Protocol: 'HTTP' }): void {
  resource(stack, 'Targets', 'AWS::ElasticLoadBalancingV2::TargetGroup', { ...more, TargetGroupAttributes: list(attributes) });
}

function balancer(stack: Stack, attributes: Attributes, Type: unknown = 'application'): void {
  resource(stack, 'Balancer', 'AWS::ElasticLoadBalancingV2::LoadBalancer', { Type, LoadBalancerAttributes: list(attributes) });
}

const IDLE = 'idle_timeout.timeout_seconds';
const CROSS_ZONE = 'load_balancing.cross_zone.enabled';
const DELAY = 'deregistration_delay.timeout_seconds';

export const cases: readonly GotchaCase[] = [
  { name: 'a Network Load Balancer with an idle timeout', caught: true, app: (stack) => balancer(stack, { [IDLE]: '60' }, 'network') },
  { name: 'a Network Load Balancer that drops headers', caught: true, app: (stack) => balancer(stack, { 'routing.http.drop_invalid_header_fields.enabled': true }, 'network') },
  { name: 'an Application Load Balancer with a policy for its DNS name', caught: true, app: (stack) => balancer(stack, { 'dns_record.client_routing_policy': 'any_availability_zone' }) },
  { name: 'an Application Load Balancer in one zone each', caught: true, app: (stack) => balancer(stack, { [CROSS_ZONE]: 'false' }) },
  { name: 'an attribute of target groups on a load balancer', caught: true, app: (stack) => balancer(stack, { [DELAY]: '30' }) },
  { name: 'a misspelled attribute', caught: true, app: (stack) => balancer(stack, { 'idle_timeout.timeout_second': '60' }) },
  { name: 'slow start over TCP', caught: true, app: (stack) => targets(stack, { 'slow_start.duration_seconds': '30' }, { Protocol: 'TCP' }) },
  { name: 'the address of the client over HTTP', caught: true, app: (stack) => targets(stack, { 'preserve_client_ip.enabled': 'true' }) },
  { name: 'proxy protocol over HTTP', caught: true, app: (stack) => targets(stack, { 'proxy_protocol_v2.enabled': 'true' }) },
  { name: 'a delay of a function', caught: true, app: (stack) => targets(stack, { [DELAY]: '30' }, { TargetType: 'lambda' }) },
  {
    name: 'the attributes of an Application Load Balancer',
    caught: false,
    app: (stack) => balancer(stack, {
      [IDLE]: '60', [CROSS_ZONE]: 'true', 'access_logs.s3.enabled': 'false', 'routing.http2.enabled': 'true', 'deletion_protection.enabled': 'true',
    }),
  },
  { name: 'the attributes of a Network Load Balancer', caught: false, app: (stack) => balancer(stack, { [CROSS_ZONE]: 'false', 'zonal_shift.config.enabled': 'true' }, 'network') },
  {
    name: 'the attributes of a target group for HTTP',
    caught: false,
    app: (stack) => targets(stack, {
      [DELAY]: '30', [CROSS_ZONE]: 'false', 'stickiness.enabled': 'false', 'load_balancing.algorithm.type': 'round_robin',
    }),
  },
  { name: 'the attributes of a target group for TCP', caught: false, app: (stack) => targets(stack, { [DELAY]: '30', 'preserve_client_ip.enabled': 'true' }, { Protocol: 'TCP' }) },
  { name: 'a function with headers of many values', caught: false, app: (stack) => targets(stack, { 'lambda.multi_value_headers.enabled': 'true' }, { TargetType: 'lambda' }) },
  { name: 'an attribute that is not known here', caught: false, notChecked: true, app: (stack) => balancer(stack, { 'http3.enabled': 'true' }) },
  { name: 'a parameter is the kind', caught: false, notChecked: true, app: (stack) => balancer(stack, { [IDLE]: '60' }, parameter(stack)) },
  { name: 'a parameter is the protocol', caught: false, notChecked: true, app: (stack) => targets(stack, { [DELAY]: '60' }, { Protocol: parameter(stack) }) },
];
