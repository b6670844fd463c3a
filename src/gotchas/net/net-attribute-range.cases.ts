import type { Stack } from 'aws-cdk-lib/core';
import { parameter, resource } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

type Attributes = Readonly<Record<string, unknown>>;

function list(attributes: Attributes): readonly unknown[] {
  return Object.entries(attributes).map(([Key, Value]) => ({ Key, Value }));
}

function targets(stack: Stack, attributes: Attributes, Protocol?: string): void {
  resource(stack, 'Targets', 'AWS::ElasticLoadBalancingV2::TargetGroup', { Protocol, TargetGroupAttributes: list(attributes) });
}

function balancer(stack: Stack, attributes: Attributes): void {
  resource(stack, 'Balancer', 'AWS::ElasticLoadBalancingV2::LoadBalancer', { LoadBalancerAttributes: list(attributes) });
}

const DELAY = 'deregistration_delay.timeout_seconds';
const SLOW = 'slow_start.duration_seconds';
const ALGORITHM = 'load_balancing.algorithm.type';
const IDLE = 'idle_timeout.timeout_seconds';

export const cases: readonly GotchaCase[] = [
  { name: 'a delay of more than an hour', caught: true, app: (stack) => targets(stack, { [DELAY]: '3601' }) },
  { name: 'a delay of half a second', caught: true, app: (stack) => targets(stack, { [DELAY]: '0.5' }) },
  { name: 'a slow start of 10 s', caught: true, app: (stack) => targets(stack, { [SLOW]: '10' }) },
  { name: 'a slow start of more than 15 minutes', caught: true, app: (stack) => targets(stack, { [SLOW]: '901' }) },
  { name: 'slow start with least outstanding requests', caught: true, app: (stack) => targets(stack, { [SLOW]: '30', [ALGORITHM]: 'least_outstanding_requests' }) },
  { name: 'slow start with weighted random', caught: true, app: (stack) => targets(stack, { [SLOW]: '30', [ALGORITHM]: 'weighted_random' }) },
  { name: 'an idle timeout of 2 hours', caught: true, app: (stack) => balancer(stack, { [IDLE]: '7200' }) },
  { name: 'no idle timeout', caught: true, app: (stack) => balancer(stack, { [IDLE]: '0' }) },
  { name: 'clients kept for 30 s', caught: true, app: (stack) => balancer(stack, { 'client_keep_alive.seconds': '30' }) },
  { name: 'a switch that is neither on nor off', caught: true, app: (stack) => balancer(stack, { 'deletion_protection.enabled': 'yes' }) },
  { name: 'a mode that is none', caught: true, app: (stack) => balancer(stack, { 'routing.http.desync_mitigation_mode': 'strict' }) },
  { name: 'an algorithm of another service', caught: true, app: (stack) => targets(stack, { [ALGORITHM]: 'least_connections' }) },
  { name: 'anomaly mitigation of round robin', caught: true, app: (stack) => targets(stack, { 'load_balancing.algorithm.anomaly_mitigation': 'on' }) },
  { name: 'the address of the client over UDP', caught: true, app: (stack) => targets(stack, { 'preserve_client_ip.enabled': 'false' }, 'UDP') },
  { name: 'draining of connections that are cut', caught: true, app: (stack) => targets(stack, { 'target_health_state.unhealthy.draining_interval_seconds': '60' }, 'TCP') },
  { name: 'eight addresses more', caught: true, app: (stack) => balancer(stack, { 'secondary_ips.auto_assigned.per_subnet': '8' }) },
  { name: 'the address of the client over TCP', caught: false, app: (stack) => targets(stack, { 'preserve_client_ip.enabled': 'false' }, 'TCP') },
  { name: 'cross-zone as the load balancer has it', caught: false, app: (stack) => targets(stack, { 'load_balancing.cross_zone.enabled': 'use_load_balancer_configuration' }) },
  { name: 'anomaly mitigation', caught: false, app: (stack) => targets(stack, { [ALGORITHM]: 'weighted_random', 'load_balancing.algorithm.anomaly_mitigation': 'on' }) },
  { name: 'the ends of the ranges', caught: false, app: (stack) => targets(stack, { [DELAY]: '3600', [SLOW]: '900', [ALGORITHM]: 'round_robin' }) },
  { name: 'numbers in place of texts', caught: false, app: (stack) => balancer(stack, { [IDLE]: 4000, 'client_keep_alive.seconds': 60 }) },
  { name: 'slow start switched off', caught: false, app: (stack) => targets(stack, { [DELAY]: '0', [SLOW]: '0', [ALGORITHM]: 'weighted_random' }) },
  { name: 'no attributes', caught: false, app: (stack) => targets(stack, {}) },
  { name: 'a parameter is the delay', caught: false, notChecked: true, app: (stack) => targets(stack, { [DELAY]: parameter(stack) }) },
];
