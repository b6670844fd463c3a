import type { Stack } from 'aws-cdk-lib/core';
import { parameter, targetGroup } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

function sticky(stack: Stack, Protocol: unknown, attributes: Readonly<Record<string, unknown>>): void {
  const all = { 'stickiness.enabled': 'true', ...attributes };
  targetGroup(stack, { Protocol, TargetGroupAttributes: Object.entries(all).map(([Key, Value]) => ({ Key, Value })) });
}

const TYPE = 'stickiness.type';
const SECONDS = 'stickiness.lb_cookie.duration_seconds';
const COOKIE = 'stickiness.app_cookie.cookie_name';

export const cases: readonly GotchaCase[] = [
  { name: 'a cookie over TCP', caught: true, app: (stack) => sticky(stack, 'TCP', { [TYPE]: 'lb_cookie' }) },
  { name: 'an address over HTTP', caught: true, app: (stack) => sticky(stack, 'HTTP', { [TYPE]: 'source_ip' }) },
  { name: 'over TLS', caught: true, app: (stack) => sticky(stack, 'TLS', { [TYPE]: 'source_ip' }) },
  { name: 'for no time', caught: true, app: (stack) => sticky(stack, 'HTTP', { [TYPE]: 'lb_cookie', [SECONDS]: '0' }) },
  { name: 'for eight days', caught: true, app: (stack) => sticky(stack, 'HTTPS', { [TYPE]: 'app_cookie', 'stickiness.app_cookie.duration_seconds': '691200', [COOKIE]: 'session' }) },
  { name: 'a cookie of the application without a name', caught: true, app: (stack) => sticky(stack, 'HTTP', { [TYPE]: 'app_cookie' }) },
  { name: 'a cookie that the load balancer uses itself', caught: true, app: (stack) => sticky(stack, 'HTTP', { [TYPE]: 'app_cookie', [COOKIE]: 'AWSALBAPP' }) },
  { name: 'a cookie of the load balancer', caught: false, app: (stack) => sticky(stack, 'HTTP', { [TYPE]: 'lb_cookie', [SECONDS]: '604800' }) },
  { name: 'a cookie of the application', caught: false, app: (stack) => sticky(stack, 'HTTPS', { [TYPE]: 'app_cookie', [COOKIE]: 'session' }) },
  { name: 'an address over UDP', caught: false, app: (stack) => sticky(stack, 'UDP', { [TYPE]: 'source_ip' }) },
  { name: 'the type is left out', caught: false, app: (stack) => sticky(stack, 'TCP', {}) },
  { name: 'switched off', caught: false, app: (stack) => sticky(stack, 'TLS', { 'stickiness.enabled': 'false', [TYPE]: 'lb_cookie' }) },
  { name: 'left out', caught: false, app: (stack) => void targetGroup(stack, { Protocol: 'TLS' }) },
  { name: 'a parameter decides the duration', caught: false, notChecked: true, app: (stack) => sticky(stack, 'HTTP', { [SECONDS]: parameter(stack) }) },
  { name: 'a parameter decides the protocol', caught: false, notChecked: true, app: (stack) => sticky(stack, parameter(stack), { [TYPE]: 'source_ip' }) },
];
