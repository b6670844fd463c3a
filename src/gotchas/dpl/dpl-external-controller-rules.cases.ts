import type { Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter, resource } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

type Properties = Readonly<Record<string, unknown>>;

const NETWORK = { AwsvpcConfiguration: { Subnets: ['subnet-1'], SecurityGroups: ['sg-1'] } };

function external(stack: Stack, properties: Properties = {}): void {
  resource(stack, 'Service', 'AWS::ECS::Service', { Cluster: 'shop', DesiredCount: 2, DeploymentController: { Type: 'EXTERNAL' }, ...properties });
}

export const cases: readonly GotchaCase[] = [
  { name: 'a network', caught: true, app: (stack) => external(stack, { NetworkConfiguration: NETWORK }) },
  { name: 'a task definition', caught: true, app: (stack) => external(stack, { TaskDefinition: fargateTask(stack).ref }) },
  { name: 'a task definition by its family', caught: true, app: (stack) => external(stack, { TaskDefinition: 'shop' }) },
  { name: 'a launch type', caught: true, app: (stack) => external(stack, { LaunchType: 'FARGATE' }) },
  { name: 'a capacity provider', caught: true, app: (stack) => external(stack, { CapacityProviderStrategy: [{ CapacityProvider: 'FARGATE_SPOT', Weight: 1 }] }) },
  { name: 'a platform version', caught: true, app: (stack) => external(stack, { PlatformVersion: '1.4.0' }) },
  { name: 'a load balancer', caught: true, app: (stack) => external(stack, { LoadBalancers: [{ TargetGroupArn: 'arn', ContainerName: 'app', ContainerPort: 80 }] }) },
  { name: 'a registry', caught: true, app: (stack) => external(stack, { ServiceRegistries: [{ RegistryArn: 'arn' }] }) },
  {
    name: 'the task set has all of it',
    caught: false,
    app: (stack) => {
      external(stack, { SchedulingStrategy: 'REPLICA', HealthCheckGracePeriodSeconds: 60 });
      resource(stack, 'Blue', 'AWS::ECS::TaskSet', {
        Cluster: 'shop', Service: { Ref: 'Service' }, TaskDefinition: fargateTask(stack).ref, LaunchType: 'FARGATE', NetworkConfiguration: NETWORK, Scale: { Unit: 'PERCENT', Value: 100 },
      });
    },
  },
  { name: 'ECS deploys it', caught: false, app: (stack) => external(stack, { DeploymentController: { Type: 'ECS' }, NetworkConfiguration: NETWORK, LaunchType: 'FARGATE' }) },
  { name: 'a parameter decides the controller', caught: false, notChecked: true, app: (stack) => external(stack, { DeploymentController: { Type: parameter(stack) }, NetworkConfiguration: NETWORK }) },
];
