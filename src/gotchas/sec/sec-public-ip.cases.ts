import * as ec2 from 'aws-cdk-lib/aws-ec2';
import type { Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter, service } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

function network(stack: Stack, AssignPublicIp: unknown, Subnets: readonly string[] = ['subnet-1']): void {
  service(stack, { TaskDefinition: fargateTask(stack).ref, NetworkConfiguration: { AwsvpcConfiguration: { AssignPublicIp, Subnets } } });
}

export const cases: readonly GotchaCase[] = [
  { name: 'it is turned on', caught: true, app: (stack) => network(stack, 'ENABLED') },
  {
    name: 'it is turned on in private subnets',
    caught: true,
    app: (stack) => network(stack, 'ENABLED', new ec2.Vpc(stack, 'Vpc').selectSubnets({ subnetType: ec2.SubnetType.PRIVATE_WITH_EGRESS }).subnetIds),
  },
  { name: 'it is turned off', caught: false, app: (stack) => network(stack, 'DISABLED') },
  { name: 'it is left out', caught: false, app: (stack) => network(stack, undefined) },
  { name: 'there is no network configuration', caught: false, app: (stack) => void service(stack, { TaskDefinition: fargateTask(stack).ref }) },
  { name: 'a parameter decides', caught: false, notChecked: true, app: (stack) => network(stack, parameter(stack)) },
];
