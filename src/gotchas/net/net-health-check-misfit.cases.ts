import type { Stack } from 'aws-cdk-lib/core';
import { parameter, targetGroup } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

const check = (properties: Readonly<Record<string, unknown>>) => (stack: Stack) => void targetGroup(stack, properties);

export const cases: readonly GotchaCase[] = [
  { name: 'it waits longer for an answer than until the next check', caught: true, app: check({ HealthCheckIntervalSeconds: 30, HealthCheckTimeoutSeconds: 40 }) },
  { name: 'it waits as long as until the next check', caught: true, app: check({ HealthCheckIntervalSeconds: 10, HealthCheckTimeoutSeconds: 10 }) },
  { name: 'it checks as often as it waits by default', caught: true, app: check({ HealthCheckIntervalSeconds: 5 }) },
  { name: 'it waits as long as until the next check by default', caught: true, app: check({ HealthCheckTimeoutSeconds: 30 }) },
  { name: 'it checks every second', caught: true, app: check({ HealthCheckIntervalSeconds: 1, HealthCheckTimeoutSeconds: 2 }) },
  { name: 'one success is enough', caught: true, app: check({ HealthyThresholdCount: 1 }) },
  { name: 'the path has no slash', caught: true, app: check({ HealthCheckPath: 'health' }) },
  { name: 'a path of a check over TCP', caught: true, app: check({ Protocol: 'TCP', HealthCheckProtocol: 'TCP', HealthCheckPath: '/health' }) },
  { name: 'a path of a check that is over TCP by default', caught: true, app: check({ Protocol: 'TLS', HealthCheckPath: '/health' }) },
  { name: 'HTTP targets checked over TCP', caught: true, app: check({ HealthCheckProtocol: 'TCP' }) },
  { name: 'TLS targets checked over TLS', caught: true, app: check({ Protocol: 'TLS', HealthCheckProtocol: 'TLS' }) },
  { name: 'codes of HTTP for gRPC', caught: true, app: check({ ProtocolVersion: 'GRPC', Matcher: { HttpCode: '200' } }) },
  { name: 'codes of gRPC for HTTP', caught: true, app: check({ Matcher: { GrpcCode: '0' } }) },
  { name: 'codes of gRPC for gRPC', caught: false, app: check({ ProtocolVersion: 'GRPC', Matcher: { GrpcCode: '0-99' } }) },
  { name: 'codes of HTTP for HTTP/2', caught: false, app: check({ ProtocolVersion: 'HTTP2', Matcher: { HttpCode: '200-299' } }) },
  { name: 'an error of the server is good enough', caught: true, app: check({ Matcher: { HttpCode: '200,500' } }) },
  { name: 'a range that ends beyond the codes of an Application Load Balancer', caught: true, app: check({ Matcher: { HttpCode: '200-599' } }) },
  { name: 'codes that are none', caught: true, app: check({ Matcher: { HttpCode: '2xx' } }) },
  { name: 'a code that gRPC does not have', caught: true, app: check({ ProtocolVersion: 'GRPC', Matcher: { GrpcCode: '0-100' } }) },
  { name: 'an error of the server behind a Network Load Balancer', caught: false, app: check({ Protocol: 'TCP', HealthCheckProtocol: 'HTTP', Matcher: { HttpCode: '200-599' } }) },
  { name: 'codes and ranges', caught: false, app: check({ Matcher: { HttpCode: '200,301-399,404' } }) },
  { name: 'all in range', caught: false, app: check({ HealthCheckIntervalSeconds: '10', HealthCheckTimeoutSeconds: 5, HealthyThresholdCount: 2, HealthCheckPath: '/health' }) },
  { name: 'all left to Elastic Load Balancing', caught: false, app: check({}) },
  { name: 'TCP targets that are waited for until the next check', caught: false, app: check({ Protocol: 'TCP', HealthCheckIntervalSeconds: 10, HealthCheckTimeoutSeconds: 10 }) },
  { name: 'a load balancer as the target, which is checked over HTTP by default', caught: false, app: check({ Protocol: 'TCP', TargetType: 'alb', HealthCheckPath: '/health' }) },
  { name: 'TCP targets checked over HTTP', caught: false, app: check({ Protocol: 'TCP', HealthCheckProtocol: 'HTTP', HealthCheckPath: '/' }) },
  { name: 'a function has other ranges', caught: false, app: check({ TargetType: 'lambda', HealthCheckIntervalSeconds: 35, HealthCheckTimeoutSeconds: 35 }) },
  { name: 'a parameter decides the interval', caught: false, notChecked: true, app: (stack) => void targetGroup(stack, { HealthCheckIntervalSeconds: parameter(stack) }) },
];
