import * as ec2 from 'aws-cdk-lib/aws-ec2';
import type { Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter, service } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

const { PUBLIC, PRIVATE_ISOLATED, PRIVATE_WITH_EGRESS } = ec2.SubnetType;
const { ECR, ECR_DOCKER, SSM_MESSAGES } = ec2.InterfaceVpcEndpointAwsService;

function exec(stack: Stack, subnetType: ec2.SubnetType, endpoints = [ECR, ECR_DOCKER], EnableExecuteCommand: unknown = true): void {
  const vpc = new ec2.Vpc(stack, 'Vpc', {
    maxAzs: 1,
    natGateways: subnetType === PRIVATE_WITH_EGRESS ? 1 : 0,
    subnetConfiguration: [{ name: 'public', subnetType: PUBLIC }, { name: 'tasks', subnetType }],
  });
  endpoints.forEach((one, index) => vpc.addInterfaceEndpoint(`Endpoint${index}`, { service: one }));
  service(stack, {
    TaskDefinition: fargateTask(stack, {}, { Image: '111122223333.dkr.ecr.eu-west-1.amazonaws.com/shop:1' }).ref,
    EnableExecuteCommand,
    NetworkConfiguration: { AwsvpcConfiguration: { Subnets: vpc.selectSubnets({ subnetGroupName: 'tasks' }).subnetIds } },
  });
}

export const cases: readonly GotchaCase[] = [
  { name: 'there are endpoints for the image alone', caught: true, app: (stack) => exec(stack, PRIVATE_ISOLATED) },
  { name: 'there is an endpoint for the channels', caught: false, app: (stack) => exec(stack, PRIVATE_ISOLATED, [ECR, ECR_DOCKER, SSM_MESSAGES]) },
  { name: 'there is a NAT gateway', caught: false, app: (stack) => exec(stack, PRIVATE_WITH_EGRESS) },
  { name: 'there is no endpoint at all, which another gotcha is about', caught: false, app: (stack) => exec(stack, PRIVATE_ISOLATED, []) },
  { name: 'ECS Exec is off', caught: false, app: (stack) => exec(stack, PRIVATE_ISOLATED, [ECR, ECR_DOCKER], false) },
  { name: 'a parameter decides whether ECS Exec is on', caught: false, notChecked: true, app: (stack) => exec(stack, PRIVATE_ISOLATED, [ECR, ECR_DOCKER], parameter(stack)) },
];
