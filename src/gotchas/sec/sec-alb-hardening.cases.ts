import type { Stack } from 'aws-cdk-lib/core';
import { parameter, resource } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

function balancer(stack: Stack, attributes: Readonly<Record<string, unknown>>, type?: string): void {
  resource(stack, 'LoadBalancer', 'AWS::ElasticLoadBalancingV2::LoadBalancer', {
    Type: type, Subnets: ['subnet-1', 'subnet-2'], LoadBalancerAttributes: Object.entries(attributes).map(([Key, Value]) => ({ Key, Value })),
  });
}

const MODE = 'routing.http.desync_mitigation_mode';
const DROP = 'routing.http.drop_invalid_header_fields.enabled';

export const cases: readonly GotchaCase[] = [
  { name: 'ambiguous requests are only counted', caught: true, app: (stack) => balancer(stack, { [MODE]: 'monitor' }) },
  { name: 'invalid headers are to be passed on', caught: true, consequence: 'worth-knowing', app: (stack) => balancer(stack, { [DROP]: 'false' }, 'application') },
  { name: 'ambiguous requests are refused', caught: false, app: (stack) => balancer(stack, { [MODE]: 'strictest', [DROP]: 'true' }) },
  { name: 'all is at its default', caught: false, app: (stack) => balancer(stack, {}) },
  { name: 'it is a Network Load Balancer', caught: false, app: (stack) => balancer(stack, { 'load_balancing.cross_zone.enabled': 'true' }, 'network') },
  { name: 'a parameter decides', caught: false, notChecked: true, app: (stack) => balancer(stack, { [MODE]: parameter(stack) }) },
];
