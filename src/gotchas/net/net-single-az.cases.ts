import * as ec2 from 'aws-cdk-lib/aws-ec2';
import type { Stack } from 'aws-cdk-lib/core';
import { subnets } from './balanced-app.cases';
import { parameter, service } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

const inSubnets = (stack: Stack, ids: unknown): void => void service(stack, { NetworkConfiguration: { AwsvpcConfiguration: { Subnets: ids } } });

export const cases: readonly GotchaCase[] = [
  { name: 'one subnet', caught: true, app: (stack) => inSubnets(stack, ['subnet-1']) },
  { name: 'two subnets of one zone', caught: true, app: (stack) => inSubnets(stack, subnets(stack, 'Private', ['eu-west-1a', 'eu-west-1a'])) },
  { name: 'a VPC of the CDK in one zone', caught: true, app: (stack) => inSubnets(stack, new ec2.Vpc(stack, 'Vpc', { maxAzs: 1 }).privateSubnets.map(({ subnetId }) => subnetId)) },
  { name: 'two zones', caught: false, app: (stack) => inSubnets(stack, subnets(stack, 'Private', ['eu-west-1a', 'eu-west-1b'])) },
  { name: 'two zones of the list of the region', caught: false, app: (stack) => inSubnets(stack, subnets(stack, 'Private', [0, 1].map((place) => ({ 'Fn::Select': [place, { 'Fn::GetAZs': '' }] })))) },
  { name: 'a VPC of the CDK', caught: false, app: (stack) => inSubnets(stack, new ec2.Vpc(stack, 'Vpc', { maxAzs: 2 }).privateSubnets.map(({ subnetId }) => subnetId)) },
  { name: 'two zones, and a subnet from outside', caught: false, app: (stack) => inSubnets(stack, [...subnets(stack, 'Private', ['eu-west-1a', 'eu-west-1b']), 'subnet-1']) },
  { name: 'subnets from outside', caught: false, notChecked: true, app: (stack) => inSubnets(stack, ['subnet-1', parameter(stack)]) },
];
