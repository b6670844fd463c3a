import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import type { Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter, resource, service } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

function daemon(stack: Stack, properties: Readonly<Record<string, unknown>>): void {
  const task = fargateTask(stack, { RequiresCompatibilities: ['EC2'], NetworkMode: 'bridge' });
  service(stack, { LaunchType: 'EC2', SchedulingStrategy: 'DAEMON', TaskDefinition: task.ref, ...properties });
}

export const cases: readonly GotchaCase[] = [
  { name: 'it has a desired count', caught: true, app: (stack) => daemon(stack, { DesiredCount: 2 }) },
  { name: 'it runs on Fargate', caught: true, app: (stack) => daemon(stack, { LaunchType: 'FARGATE' }) },
  { name: 'others deploy it', caught: true, app: (stack) => daemon(stack, { DeploymentController: { Type: 'EXTERNAL' } }) },
  { name: 'it packs its tasks', caught: true, app: (stack) => daemon(stack, { PlacementStrategies: [{ Type: 'binpack', Field: 'CPU' }] }) },
  {
    name: 'it may run two tasks on an instance',
    caught: true,
    app: (stack) => daemon(stack, { DeploymentConfiguration: { MaximumPercent: 200, MinimumHealthyPercent: 100 } }),
  },
  {
    name: 'it names a capacity provider',
    caught: true,
    app: (stack) => daemon(stack, { LaunchType: undefined, CapacityProviderStrategy: [{ CapacityProvider: 'instances', Weight: 1 }] }),
  },
  {
    name: 'the default strategy of its cluster applies',
    caught: true,
    app: (stack) => daemon(stack, {
      LaunchType: undefined,
      Cluster: resource(stack, 'Cluster', 'AWS::ECS::Cluster', { DefaultCapacityProviderStrategy: [{ CapacityProvider: 'instances', Weight: 1 }] }).ref,
    }),
  },
  {
    name: 'a launch type overrides the default strategy of its cluster',
    caught: false,
    app: (stack) => daemon(stack, {
      Cluster: resource(stack, 'Cluster', 'AWS::ECS::Cluster', { DefaultCapacityProviderStrategy: [{ CapacityProvider: 'instances', Weight: 1 }] }).ref,
    }),
  },
  { name: 'it has nothing of it', caught: false, app: (stack) => daemon(stack, {}) },
  { name: 'it is a replica', caught: false, app: (stack) => daemon(stack, { SchedulingStrategy: 'REPLICA', DesiredCount: 2 }) },
  {
    name: 'the CDK writes it',
    caught: false,
    app: (stack) => {
      const cluster = new ecs.Cluster(stack, 'Cluster', { vpc: new ec2.Vpc(stack, 'Vpc') });
      cluster.addCapacity('Capacity', { instanceType: new ec2.InstanceType('t3.large') });
      const taskDefinition = new ecs.Ec2TaskDefinition(stack, 'Task');
      taskDefinition.addContainer('agent', { image: ecs.ContainerImage.fromRegistry('agent:1'), memoryLimitMiB: 256 });
      new ecs.Ec2Service(stack, 'Service', { cluster, taskDefinition, daemon: true });
    },
  },
  {
    name: 'a parameter decides on the count',
    caught: false,
    notChecked: true,
    app: (stack) => daemon(stack, { DesiredCount: parameter(stack, 'Given', 'Number') }),
  },
];
