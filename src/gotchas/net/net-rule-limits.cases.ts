import type { Stack } from 'aws-cdk-lib/core';
import { parameter, resource } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

function rule(stack: Stack, priority: unknown, ...conditions: readonly object[]): void {
  resource(stack, 'Rule', 'AWS::ElasticLoadBalancingV2::ListenerRule', { ListenerArn: 'arn:listener', Priority: priority, Conditions: conditions, Actions: [] });
}

const paths = (count: number) => ({ Field: 'path-pattern', PathPatternConfig: { Values: Array.from({ length: count }, (_, index) => `/${index}`) } });

const of = (Field: string, ...Values: readonly string[]) => ({ Field, Values });

export const cases: readonly GotchaCase[] = [
  { name: 'six paths', caught: true, app: (stack) => rule(stack, 1, paths(6)) },
  { name: 'six values in two conditions', caught: true, app: (stack) => rule(stack, 1, paths(4), { Field: 'host-header', Values: ['a.example.com', 'b.example.com'] }) },
  { name: 'a priority that is too high', caught: true, app: (stack) => rule(stack, 60000, paths(1)) },
  { name: 'a priority that is too low', caught: true, app: (stack) => rule(stack, '0', paths(1)) },
  { name: 'no condition', caught: true, app: (stack) => rule(stack, 1) },
  { name: 'six wildcards', caught: true, app: (stack) => rule(stack, 1, of('path-pattern', '/a*b*c*', '/d*e*f*')) },
  { name: 'two conditions for the path', caught: true, app: (stack) => rule(stack, 1, of('path-pattern', '/a'), of('path-pattern', '/b')) },
  { name: 'a field that is none', caught: true, app: (stack) => rule(stack, 1, of('path', '/a')) },
  { name: 'a path with a parameter of a framework', caught: true, app: (stack) => rule(stack, 1, of('path-pattern', '/orders/{id}')) },
  { name: 'a path with a query', caught: true, app: (stack) => rule(stack, 1, of('path-pattern', '/search?q=1')) },
  { name: 'a host with a scheme', caught: true, app: (stack) => rule(stack, 1, of('host-header', 'https://shop.example.com')) },
  { name: 'a host with a port', caught: true, app: (stack) => rule(stack, 1, { Field: 'host-header', HostHeaderConfig: { Values: ['shop.example.com:8080'] } }) },
  { name: 'a path of 129 characters', caught: true, app: (stack) => rule(stack, 1, of('path-pattern', `/${'a'.repeat(128)}`)) },
  { name: 'a method in lower case', caught: true, app: (stack) => rule(stack, 1, { Field: 'http-request-method', HttpRequestMethodConfig: { Values: ['get'] } }) },
  { name: 'an address without a mask', caught: true, app: (stack) => rule(stack, 1, { Field: 'source-ip', SourceIpConfig: { Values: ['10.0.0.1'] } }) },
  { name: 'the host as a header', caught: true, app: (stack) => rule(stack, 1, { Field: 'http-header', HttpHeaderConfig: { HttpHeaderName: 'Host', Values: ['shop'] } }) },
  { name: 'path and host in one condition', caught: true, consequence: 'risk', app: (stack) => rule(stack, 1, { Field: 'path-pattern', PathPatternConfig: { Values: ['/a'] }, HostHeaderConfig: { Values: ['shop.example.com'] } }) },
  { name: 'the host in a condition for the path', caught: true, consequence: 'risk', app: (stack) => rule(stack, 1, { Field: 'path-pattern', HostHeaderConfig: { Values: ['shop.example.com'] } }) },
  {
    name: 'conditions of every kind',
    caught: false,
    app: (stack) => rule(
      stack, 1, of('path-pattern', '/a/*/~b.$c'), of('host-header', '*.shop.example.com'), { Field: 'http-request-method', HttpRequestMethodConfig: { Values: ['GET'] } },
      { Field: 'source-ip', SourceIpConfig: { Values: ['10.0.0.0/8'] } }, { Field: 'http-header', HttpHeaderConfig: { HttpHeaderName: 'X-Host', Values: ['{shop}'] } },
    ),
  },
  {
    name: 'two headers',
    caught: false,
    app: (stack) => rule(
      stack, 1, { Field: 'http-header', HttpHeaderConfig: { HttpHeaderName: 'A', Values: ['1'] } }, { Field: 'http-header', HttpHeaderConfig: { HttpHeaderName: 'B', Values: ['1'] } },
    ),
  },
  { name: 'regular expressions', caught: false, app: (stack) => rule(stack, 1, { Field: 'path-pattern', RegexValues: ['^/orders/[0-9]{3}$'] }) },
  { name: 'a parameter is the path', caught: false, notChecked: true, app: (stack) => rule(stack, 1, of('path-pattern', parameter(stack))) },
  { name: 'five values and the last priority', caught: false, app: (stack) => rule(stack, 50000, paths(3), { Field: 'query-string', QueryStringConfig: { Values: [{ Value: 'a' }, { Value: 'b' }] } }) },
  { name: 'a parameter decides the priority', caught: false, notChecked: true, app: (stack) => rule(stack, parameter(stack), paths(5)) },
];
