import type { Stack } from 'aws-cdk-lib/core';
import { parameter } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';
import { instances } from '../fixtures/instances';

type Properties = Readonly<Record<string, unknown>>;

function launched(stack: Stack, launch: Properties): void {
  instances(stack, { launch });
}

const PUBLIC = { DeviceIndex: 0, AssociatePublicIpAddress: true };

export const cases: readonly GotchaCase[] = [
  { name: 'groups stand beside the interface', caught: true, app: (stack) => launched(stack, { NetworkInterfaces: [PUBLIC], SecurityGroupIds: ['sg-1'] }) },
  { name: 'groups stand beside the interface by name', caught: true, app: (stack) => launched(stack, { NetworkInterfaces: [PUBLIC], SecurityGroups: ['instances'] }) },
  { name: 'groups stand in both places', caught: true, app: (stack) => launched(stack, { NetworkInterfaces: [{ ...PUBLIC, Groups: ['sg-1'] }], SecurityGroupIds: ['sg-1'] }) },
  { name: 'groups are those of the interface', caught: false, app: (stack) => launched(stack, { NetworkInterfaces: [{ ...PUBLIC, Groups: ['sg-1'] }] }) },
  { name: 'there is no interface', caught: false, app: (stack) => launched(stack, { SecurityGroupIds: ['sg-1'] }) },
  { name: 'there is neither', caught: false, app: (stack) => launched(stack, {}) },
  { name: 'a parameter is the list of groups', caught: false, notChecked: true, app: (stack) => launched(stack, { NetworkInterfaces: [PUBLIC], SecurityGroupIds: { 'Fn::Split': [',', parameter(stack)] } }) },
];
