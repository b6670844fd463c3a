import type { Stack } from 'aws-cdk-lib/core';
import { parameter } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';
import { connected } from '../sc/connected-service.cases';

type Properties = Readonly<Record<string, unknown>>;

const RULES = { Header: { Name: 'X-Preview', Value: { Exact: 'green' } } };

function tested(stack: Stack, given: { readonly rules?: unknown; readonly strategy?: unknown; readonly port?: Properties } = {}): void {
  const { rules = RULES, strategy = 'BLUE_GREEN', port } = given;
  connected(stack, { ClientAliases: [{ DnsName: 'web', Port: 80, TestTrafficRules: rules }] }, {
    port, service: { DeploymentConfiguration: { Strategy: strategy, BakeTimeInMinutes: 5 } },
  });
}

export const cases: readonly GotchaCase[] = [
  { name: 'a rolling deployment has no test traffic', caught: true, app: (stack) => tested(stack, { strategy: 'ROLLING' }) },
  { name: 'the port speaks TCP', caught: true, app: (stack) => tested(stack, { port: { AppProtocol: undefined } }) },
  { name: 'proxies read it', caught: false, app: (stack) => tested(stack) },
  { name: 'proxies of gRPC read it', caught: false, app: (stack) => tested(stack, { port: { AppProtocol: 'grpc' }, strategy: 'CANARY' }) },
  { name: 'no header is set', caught: false, app: (stack) => void connected(stack, {}, { port: { AppProtocol: undefined } }) },
  { name: 'the service only calls others', caught: false, app: (stack) => void connected(stack, {}, { connect: { Services: undefined } }) },
  { name: 'a parameter decides the strategy', caught: false, notChecked: true, app: (stack) => tested(stack, { strategy: parameter(stack) }) },
  { name: 'a parameter decides the protocol', caught: false, notChecked: true, app: (stack) => tested(stack, { port: { AppProtocol: parameter(stack) } }) },
];
