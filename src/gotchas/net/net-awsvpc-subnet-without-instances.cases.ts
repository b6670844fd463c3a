import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import type { Stack } from 'aws-cdk-lib/core';
import { subnets } from './balanced-app.cases';
import { fargateTask, parameter, resource, service } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

function onInstances(stack: Stack, instanceZones: readonly unknown[], serviceZones: readonly unknown[]): void {
  const group = resource(stack, 'Group', 'AWS::AutoScaling::AutoScalingGroup', { VPCZoneIdentifier: subnets(stack, 'Instances', instanceZones) });
  const provider = resource(stack, 'Provider', 'AWS::ECS::CapacityProvider', { AutoScalingGroupProvider: { AutoScalingGroupArn: group.ref } });
  service(stack, {
    LaunchType: undefined,
    CapacityProviderStrategy: [{ CapacityProvider: provider.ref, Weight: 1 }],
    TaskDefinition: fargateTask(stack, { RequiresCompatibilities: ['EC2'] }).ref,
    NetworkConfiguration: { AwsvpcConfiguration: { Subnets: subnets(stack, 'Tasks', serviceZones) } },
  });
}

function onCluster(stack: Stack, tasksIn: ec2.SubnetSelection): void {
  const vpc = new ec2.Vpc(stack, 'Vpc', { maxAzs: 2 });
  const cluster = new ecs.Cluster(stack, 'Cluster', { vpc });
  cluster.addCapacity('Capacity', {
    instanceType: new ec2.InstanceType('t3.large'),
    machineImage: ecs.EcsOptimizedImage.amazonLinux2023(),
    vpcSubnets: { subnets: [vpc.privateSubnets[0]] },
  });
  const taskDefinition = new ecs.Ec2TaskDefinition(stack, 'Task', { networkMode: ecs.NetworkMode.AWS_VPC });
  taskDefinition.addContainer('app', { image: ecs.ContainerImage.fromRegistry('nginx:1.27'), memoryLimitMiB: 256 });
  new ecs.Ec2Service(stack, 'Service', { cluster, taskDefinition, vpcSubnets: tasksIn.subnetGroupName === 'second' ? { subnets: [vpc.privateSubnets[1]] } : tasksIn });
}

export const cases: readonly GotchaCase[] = [
  { name: 'instances in one zone and tasks in another', caught: true, app: (stack) => onInstances(stack, ['eu-west-1a'], ['eu-west-1b']) },
  { name: 'a cluster of the CDK with instances in another zone', caught: true, consequence: 'risk', app: (stack) => onCluster(stack, { subnetGroupName: 'second' }) },
  { name: 'one zone in common', caught: false, app: (stack) => onInstances(stack, ['eu-west-1a'], ['eu-west-1a', 'eu-west-1b']) },
  { name: 'a cluster of the CDK', caught: false, app: (stack) => onCluster(stack, {}) },
  { name: 'Fargate has no instances', caught: false, app: (stack) => void service(stack, { NetworkConfiguration: { AwsvpcConfiguration: { Subnets: ['subnet-1'] } } }) },
  { name: 'a parameter decides the zone', caught: false, notChecked: true, app: (stack) => onInstances(stack, ['eu-west-1a'], [parameter(stack)]) },
  {
    name: 'the cluster is not in the app',
    caught: false,
    notChecked: true,
    app: (stack) => void service(stack, { LaunchType: 'EC2', NetworkConfiguration: { AwsvpcConfiguration: { Subnets: ['subnet-1'] } } }),
  },
];
