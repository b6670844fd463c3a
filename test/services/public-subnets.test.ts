import { Annotations, Match } from 'aws-cdk-lib/assertions';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecr from 'aws-cdk-lib/aws-ecr';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import { App, Stack } from 'aws-cdk-lib/core';
import { FargateWorkerService, OneOffTask } from '../../src';
import { IMAGE, testStack } from '../support/stacks';

const PUBLIC = ['subnet-0123456789abcdef0', 'subnet-0123456789abcdef1'];
const WARNING = Match.stringLikeRegexp(`public subnets \\(${PUBLIC.join(', ')}\\) without a public address.*set assignPublicIp: true`);

function imported(stack: Stack, subnets: Partial<ec2.VpcAttributes> = {}): ecs.ICluster {
  const vpc = ec2.Vpc.fromVpcAttributes(stack, 'Network', {
    vpcId: 'vpc-0123456789abcdef0', availabilityZones: ['eu-west-1a', 'eu-west-1b'], publicSubnetIds: PUBLIC, ...subnets,
  });
  return ecs.Cluster.fromClusterAttributes(stack, 'Production', { clusterName: 'production', vpc });
}

test('a service in an imported VPC with nothing but public subnets draws a warning', () => {
  const stack = testStack();
  new FargateWorkerService(stack, 'Worker', { cluster: imported(stack), image: IMAGE });
  Annotations.fromStack(stack).hasWarning('*', WARNING);
});

test('a task that pulls from private ECR there draws a warning, for the endpoints are not known', () => {
  const stack = testStack();
  const image = ecs.ContainerImage.fromEcrRepository(ecr.Repository.fromRepositoryName(stack, 'Repository', 'shop'), '1');
  new OneOffTask(stack, 'Task', { cluster: imported(stack), image });
  Annotations.fromStack(stack).hasWarning('*', WARNING);
});

test('a task that cannot pull from there is an error, and draws none', () => {
  const stack = testStack();
  const task = new OneOffTask(stack, 'Task', { cluster: imported(stack), image: IMAGE });
  expect(task.node.validate()).toEqual([expect.stringContaining('[net-no-egress-path]')]);
  expect(task.node.findAll().flatMap(({ node: { metadata } }) => metadata.filter(({ type }) => type === 'aws:cdk:warning'))).toEqual([]);
});

test.each([
  ['with a public address', (stack: Stack) => new FargateWorkerService(stack, 'Worker', { cluster: imported(stack), image: IMAGE, assignPublicIp: true })],
  ['in private subnets', (stack: Stack) => new FargateWorkerService(stack, 'Worker', {
    cluster: imported(stack, { privateSubnetIds: ['subnet-0123456789abcdef2', 'subnet-0123456789abcdef3'] }), image: IMAGE,
  })],
])('a service %s draws none', (_, create) => {
  const stack = testStack();
  create(stack);
  Annotations.fromStack(stack).hasNoWarning('*', Match.stringLikeRegexp('public subnets'));
});

test('a VPC that is yet to be looked up draws none', () => {
  const stack = new Stack(new App(), 'Shop', { env: { account: '111122223333', region: 'eu-west-1' } });
  const cluster = ecs.Cluster.fromClusterAttributes(stack, 'Production', { clusterName: 'production', vpc: ec2.Vpc.fromLookup(stack, 'Network', { isDefault: true }) });
  new FargateWorkerService(stack, 'Worker', { cluster, image: IMAGE, vpcSubnets: { subnetType: ec2.SubnetType.PUBLIC } });
  Annotations.fromStack(stack).hasNoWarning('*', Match.stringLikeRegexp('public subnets'));
});
