import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecr from 'aws-cdk-lib/aws-ecr';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import { Stack } from 'aws-cdk-lib/core';
import { OneOffTask, type OneOffTaskProps } from '../../src';
import { messageOf } from '../support/refusals';
import { IMAGE, testCluster, testStack } from '../support/stacks';

const PUBLIC = { subnetType: ec2.SubnetType.PUBLIC };
const ISOLATED = { subnetType: ec2.SubnetType.PRIVATE_ISOLATED };

function ownVpc(stack: Stack): ec2.Vpc {
  return new ec2.Vpc(stack, 'Vpc', {
    maxAzs: 2,
    natGateways: 1,
    subnetConfiguration: [
      { name: 'public', ...PUBLIC }, { name: 'private', subnetType: ec2.SubnetType.PRIVATE_WITH_EGRESS }, { name: 'isolated', ...ISOLATED },
    ],
  });
}

function task(stack: Stack, vpc: ec2.IVpc, props: Partial<OneOffTaskProps>): OneOffTask {
  return new OneOffTask(stack, 'Report', { cluster: new ecs.Cluster(stack, 'Cluster', { vpc }), image: IMAGE, ...props });
}

function synth(stack: Stack): void {
  (stack.node.root as import('aws-cdk-lib/core').App).synth();
}

function repositoryImage(stack: Stack): ecs.ContainerImage {
  return ecs.ContainerImage.fromEcrRepository(ecr.Repository.fromRepositoryName(stack, 'Images', 'report'), '1');
}

test.each([
  ['a public subnet without a public address', PUBLIC, /^.*vpcSubnets \(.+\) have no public IP for the tasks/m],
  ['an isolated subnet', ISOLATED, /vpcSubnets \(.+\) have no route out/],
])('fails when the task runs in %s', (_, vpcSubnets, words) => {
  const stack = testStack();
  task(stack, ownVpc(stack), { vpcSubnets });
  const message = messageOf(() => synth(stack));
  expect(message).toMatch(words);
  expect(message).toContain('[net-no-egress-path]');
  expect(message.match(/net-no-egress-path/g)).toHaveLength(1);
});

test('fails in a public subnet of an imported VPC too, since no endpoint leads to a public registry', () => {
  const stack = testStack();
  new OneOffTask(stack, 'Report', { cluster: testCluster(stack), image: IMAGE, vpcSubnets: PUBLIC });
  expect(messageOf(() => synth(stack))).toContain('vpcSubnets (subnet-public-a, subnet-public-b) have no public IP');
});

test('fails when an image in ECR has no endpoint', () => {
  const stack = testStack();
  task(stack, ownVpc(stack), { vpcSubnets: ISOLATED, image: repositoryImage(stack) });
  expect(messageOf(() => synth(stack))).toContain("tasks can't reach ecr.api, ecr.dkr, s3, logs");
});

test('fails when an endpoint for the logs is missing', () => {
  const stack = testStack();
  const vpc = ownVpc(stack);
  vpc.addInterfaceEndpoint('EcrApi', { service: ec2.InterfaceVpcEndpointAwsService.ECR });
  vpc.addInterfaceEndpoint('EcrDocker', { service: ec2.InterfaceVpcEndpointAwsService.ECR_DOCKER });
  vpc.addGatewayEndpoint('S3', { service: ec2.GatewayVpcEndpointAwsService.S3 });
  task(stack, vpc, { vpcSubnets: ISOLATED, image: repositoryImage(stack) });
  expect(messageOf(() => synth(stack))).toContain("tasks can't reach logs");
});

test.each<[string, (stack: Stack) => void]>([
  ['private subnets', (stack) => void task(stack, ownVpc(stack), {})],
  ['a public subnet with a public address', (stack) => void task(stack, ownVpc(stack), { assignPublicIp: true })],
  ['isolated subnets with endpoints for an image in ECR', (stack) => {
    const vpc = ownVpc(stack);
    task(stack, vpc, { vpcSubnets: ISOLATED, image: repositoryImage(stack) });
    for (const service of ['ECR', 'ECR_DOCKER', 'CLOUDWATCH_LOGS'] as const) vpc.addInterfaceEndpoint(service, { service: ec2.InterfaceVpcEndpointAwsService[service] });
    vpc.addGatewayEndpoint('S3', { service: ec2.GatewayVpcEndpointAwsService.S3 });
  }],
  ['isolated subnets that the app routes to a transit gateway', (stack) => {
    const vpc = ownVpc(stack);
    for (const [index, { routeTable }] of vpc.isolatedSubnets.entries()) {
      new ec2.CfnRoute(stack, `Route${index}`, { routeTableId: routeTable.routeTableId, destinationCidrBlock: '0.0.0.0/0', transitGatewayId: 'tgw-1' });
    }
    task(stack, vpc, { vpcSubnets: ISOLATED });
  }],
  ['a public subnet of an imported VPC, which may have endpoints for an image in ECR', (stack) => {
    new OneOffTask(stack, 'Report', { cluster: testCluster(stack), image: repositoryImage(stack), vpcSubnets: PUBLIC });
  }],
])('synthesizes in %s', (_, create) => {
  const stack = testStack();
  create(stack);
  expect(() => synth(stack)).not.toThrow();
});
