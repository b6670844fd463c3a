import * as autoscaling from 'aws-cdk-lib/aws-autoscaling';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import type { Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter, resource, service } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';
import { instances } from '../fixtures/instances';

type Properties = Readonly<Record<string, unknown>>;

interface Parts {
  readonly own?: Properties;
  readonly group?: Properties;
  readonly provider?: Properties;
  /** The cluster has a default strategy. */
  readonly byDefault?: boolean;
}

function run(stack: Stack, { own, group, provider, byDefault = false }: Parts): void {
  const cluster = resource(stack, 'Cluster', 'AWS::ECS::Cluster', {});
  const UserData = { 'Fn::Base64': { 'Fn::Sub': '#!/bin/bash\necho ECS_CLUSTER=${Cluster} >> /etc/ecs/ecs.config' } };
  const name = instances(stack, { launch: { UserData }, group: { MinSize: '1', ...group }, provider });
  resource(stack, 'Providers', 'AWS::ECS::ClusterCapacityProviderAssociations', {
    Cluster: cluster.ref, CapacityProviders: [name], DefaultCapacityProviderStrategy: byDefault ? [{ CapacityProvider: name, Weight: 1 }] : [],
  });
  const TaskDefinition = fargateTask(stack, { RequiresCompatibilities: ['EC2'] }).ref;
  service(stack, { Cluster: cluster.ref, LaunchType: undefined, TaskDefinition, ...own });
}

function cdk(stack: Stack, asDefault: boolean): void {
  const vpc = new ec2.Vpc(stack, 'Vpc', { maxAzs: 2 });
  const cluster = new ecs.Cluster(stack, 'Cluster', { vpc });
  const autoScalingGroup = new autoscaling.AutoScalingGroup(stack, 'Instances', {
    vpc, instanceType: new ec2.InstanceType('t3.large'), machineImage: ecs.EcsOptimizedImage.amazonLinux2023(), maxCapacity: 4,
  });
  const provider = new ecs.AsgCapacityProvider(stack, 'Provider', { autoScalingGroup });
  cluster.addAsgCapacityProvider(provider);
  if (asDefault) cluster.addDefaultCapacityProviderStrategy([{ capacityProvider: provider.capacityProviderName, weight: 1 }]);
  const taskDefinition = new ecs.Ec2TaskDefinition(stack, 'Task');
  taskDefinition.addContainer('app', { image: ecs.ContainerImage.fromRegistry('nginx:1.27'), memoryLimitMiB: 256 });
  new ecs.Ec2Service(stack, 'Service', { cluster, taskDefinition });
}

export const cases: readonly GotchaCase[] = [
  { name: 'a service has the launch type EC2', caught: true, app: (stack) => run(stack, { own: { LaunchType: 'EC2' } }) },
  { name: 'the default strategy does not count with a launch type', caught: true, app: (stack) => run(stack, { own: { LaunchType: 'EC2' }, byDefault: true }) },
  { name: 'neither the service nor its cluster has a strategy', caught: true, app: (stack) => run(stack, {}) },
  { name: 'the CDK sets the launch type', caught: true, app: (stack) => cdk(stack, false) },
  { name: 'the CDK sets it beside a default strategy', caught: true, app: (stack) => cdk(stack, true) },
  { name: 'the cluster has a default strategy', caught: false, app: (stack) => run(stack, { byDefault: true }) },
  { name: 'the service has a strategy', caught: false, app: (stack) => run(stack, { own: { CapacityProviderStrategy: [{ CapacityProvider: { Ref: 'Provider' }, Weight: 1 }] } }) },
  { name: 'a daemon runs on each instance that is there', caught: false, app: (stack) => run(stack, { own: { LaunchType: 'EC2', SchedulingStrategy: 'DAEMON' } }) },
  { name: 'the provider does not scale', caught: false, app: (stack) => run(stack, { own: { LaunchType: 'EC2' }, provider: { ManagedScaling: { Status: 'DISABLED' } } }) },
  { name: 'the group has a fixed size', caught: false, app: (stack) => run(stack, { own: { LaunchType: 'EC2' }, group: { MinSize: '3', MaxSize: '3' } }) },
  {
    name: 'a policy adds instances',
    caught: false,
    app: (stack) => {
      run(stack, { own: { LaunchType: 'EC2' } });
      resource(stack, 'Policy', 'AWS::AutoScaling::ScalingPolicy', { AutoScalingGroupName: { Ref: 'Group' }, PolicyType: 'TargetTrackingScaling' });
    },
  },
  { name: 'the launch type on a group that begins at 0 has a gotcha of its own', caught: false, app: (stack) => run(stack, { own: { LaunchType: 'EC2' }, group: { MinSize: '0' } }) },
  { name: 'no strategy on a group that begins at 0', caught: true, app: (stack) => run(stack, { group: { MinSize: '0' } }) },
  { name: 'the service runs on Fargate', caught: false, app: (stack) => run(stack, { own: { LaunchType: 'FARGATE' } }) },
  { name: 'a parameter is the launch type', caught: false, notChecked: true, app: (stack) => run(stack, { own: { LaunchType: parameter(stack) } }) },
];
