import * as ec2 from 'aws-cdk-lib/aws-ec2';
import type { Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter, service } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

function withAddresses(stack: Stack, subnetType: ec2.SubnetType, desiredCount: unknown = 2, publicIp: unknown = 'ENABLED'): void {
  const vpc = new ec2.Vpc(stack, 'Vpc', {
    maxAzs: 2, subnetConfiguration: [{ name: 'public', subnetType: ec2.SubnetType.PUBLIC }, { name: 'tasks', subnetType }],
  });
  service(stack, {
    TaskDefinition: fargateTask(stack).ref,
    DesiredCount: desiredCount,
    NetworkConfiguration: { AwsvpcConfiguration: { Subnets: vpc.selectSubnets({ subnetGroupName: 'tasks' }).subnetIds, AssignPublicIp: publicIp } },
  });
}

const { PUBLIC, PRIVATE_ISOLATED, PRIVATE_WITH_EGRESS } = ec2.SubnetType;

export const cases: readonly GotchaCase[] = [
  { name: 'public addresses behind NAT', caught: true, app: (stack) => withAddresses(stack, PRIVATE_WITH_EGRESS) },
  { name: 'public addresses without a way out', caught: true, app: (stack) => withAddresses(stack, PRIVATE_ISOLATED) },
  { name: 'as many public addresses as a NAT gateway is worth', caught: true, consequence: 'worth-knowing', app: (stack) => withAddresses(stack, PUBLIC, 10) },
  { name: 'a few tasks in public subnets', caught: false, app: (stack) => withAddresses(stack, PUBLIC) },
  { name: 'private addresses', caught: false, app: (stack) => withAddresses(stack, PRIVATE_WITH_EGRESS, 50, 'DISABLED') },
  { name: 'a parameter decides on the public addresses', caught: false, notChecked: true, app: (stack) => withAddresses(stack, PUBLIC, 2, parameter(stack)) },
];
