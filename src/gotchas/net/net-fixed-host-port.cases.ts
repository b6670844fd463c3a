import * as ecs from 'aws-cdk-lib/aws-ecs';
import type { Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter, service } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

function onInstances(stack: Stack, port: Readonly<Record<string, unknown>>, networkMode = 'bridge', properties: Readonly<Record<string, unknown>> = {}): void {
  const task = { RequiresCompatibilities: ['EC2'], NetworkMode: networkMode };
  service(stack, { LaunchType: 'EC2', TaskDefinition: fargateTask(stack, task, { Memory: 256, PortMappings: [port] }).ref, ...properties });
}

export const cases: readonly GotchaCase[] = [
  { name: 'the port of the instance is set', caught: true, app: (stack) => onInstances(stack, { ContainerPort: 80, HostPort: 8080 }) },
  { name: 'the port of the instance is the one of SSH', caught: true, consequence: 'never-works', app: (stack) => onInstances(stack, { ContainerPort: 22, HostPort: 22 }) },
  { name: 'in host mode the port is the one of the agent', caught: true, consequence: 'never-works', app: (stack) => onInstances(stack, { ContainerPort: 51678 }, 'host') },
  {
    name: 'a daemon on a port of Docker',
    caught: true,
    consequence: 'never-works',
    app: (stack) => onInstances(stack, { ContainerPort: 2375, HostPort: 2375 }, 'bridge', { SchedulingStrategy: 'DAEMON' }),
  },
  {
    name: 'a daemon on an ephemeral port of the instance',
    caught: true,
    app: (stack) => onInstances(stack, { ContainerPort: 80, HostPort: 32768 }, 'bridge', { SchedulingStrategy: 'DAEMON' }),
  },
  { name: 'in host mode an ephemeral port of the instance', caught: true, consequence: 'worth-knowing', app: (stack) => onInstances(stack, { ContainerPort: 50051 }, 'host') },
  {
    name: 'the ports are more than an instance can reserve',
    caught: true,
    consequence: 'never-works',
    app: (stack) => {
      const PortMappings = Array.from({ length: 96 }, (_, index) => ({ ContainerPort: 20000 + index, HostPort: 20000 + index, Protocol: 'udp' }));
      const TaskDefinition = fargateTask(stack, { RequiresCompatibilities: ['EC2'], NetworkMode: 'bridge' }, { Memory: 256, PortMappings }).ref;
      service(stack, { LaunchType: 'EC2', TaskDefinition, SchedulingStrategy: 'DAEMON' });
    },
  },
  { name: 'a daemon just below the ephemeral ports of the instance', caught: false, app: (stack) => onInstances(stack, { ContainerPort: 80, HostPort: 32767 }, 'bridge', { SchedulingStrategy: 'DAEMON' }) },
  {
    name: 'a deployment has to start a second task first',
    caught: true,
    app: (stack) => onInstances(stack, { ContainerPort: 80, HostPort: 8080 }, 'bridge', { DesiredCount: 1, DeploymentConfiguration: { MinimumHealthyPercent: 100, MaximumPercent: 200 } }),
  },
  {
    name: 'a deployment stops the only task first',
    caught: false,
    app: (stack) => onInstances(stack, { ContainerPort: 80, HostPort: 8080 }, 'bridge', { DesiredCount: 1, DeploymentConfiguration: { MinimumHealthyPercent: 0, MaximumPercent: 100 } }),
  },
  { name: 'the port of the instance is left out', caught: false, app: (stack) => onInstances(stack, { ContainerPort: 80 }) },
  { name: 'the port of the instance is zero', caught: false, app: (stack) => onInstances(stack, { ContainerPort: 80, HostPort: 0 }) },
  { name: 'a daemon has one task on each instance', caught: false, app: (stack) => onInstances(stack, { ContainerPort: 80, HostPort: 8126 }, 'bridge', { SchedulingStrategy: 'DAEMON' }) },
  { name: 'host mode knows no other ports', caught: false, app: (stack) => onInstances(stack, { ContainerPort: 8080, HostPort: 8080 }, 'host') },
  { name: 'tasks have addresses of their own', caught: false, app: (stack) => onInstances(stack, { ContainerPort: 80, HostPort: 80 }, ecs.NetworkMode.AWS_VPC) },
  { name: 'a parameter decides the port', caught: false, notChecked: true, app: (stack) => onInstances(stack, { ContainerPort: 80, HostPort: parameter(stack) }) },
];
