import { CfnParameter, type Stack } from 'aws-cdk-lib/core';
import { service } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

function placed(stack: Stack, subnets: unknown, securityGroups: unknown): void {
  service(stack, { NetworkConfiguration: { AwsvpcConfiguration: { Subnets: subnets, SecurityGroups: securityGroups } } });
}

function ids(prefix: string, count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => `${prefix}-${index}`);
}

export const cases: readonly GotchaCase[] = [
  { name: 'there are 17 subnets', caught: true, app: (stack) => placed(stack, ids('subnet', 17), ids('sg', 1)) },
  { name: 'there are 6 security groups', caught: true, app: (stack) => placed(stack, ids('subnet', 2), ids('sg', 6)) },
  { name: 'there are 6 security groups, and subnets that are not known', caught: true, app: (stack) => placed(stack, list(stack), ids('sg', 6)) },
  { name: 'there are 16 subnets and 5 security groups', caught: false, app: (stack) => placed(stack, ids('subnet', 16), ids('sg', 5)) },
  { name: 'there are no security groups', caught: false, app: (stack) => placed(stack, ids('subnet', 2), undefined) },
  { name: 'there is no network configuration', caught: false, app: (stack) => void service(stack) },
  { name: 'a parameter decides the subnets', caught: false, notChecked: true, app: (stack) => placed(stack, list(stack), ids('sg', 1)) },
];

function list(stack: Stack): readonly string[] {
  return new CfnParameter(stack, 'Subnets', { type: 'List<AWS::EC2::Subnet::Id>' }).valueAsList;
}
