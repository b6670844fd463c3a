import { Fn, type Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter, resource } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';
import { instances } from '../fixtures/instances';

const ARN = 'arn:aws:ecs:eu-west-1:111122223333:capacity-provider/';

function cluster(stack: Stack, id = 'Cluster') {
  return resource(stack, id, 'AWS::ECS::Cluster', {});
}

function managed(stack: Stack, ClusterName: unknown): string {
  return resource(stack, 'Managed', 'AWS::ECS::CapacityProvider', { ClusterName, ManagedInstancesProvider: { InfrastructureRoleArn: 'arn:aws:iam::111122223333:role/ecs' } }).ref;
}

function definition(stack: Stack): string {
  return resource(stack, 'Agent', 'AWS::ECS::DaemonTaskDefinition', { Family: 'agent', ContainerDefinitions: [{ Name: 'agent', Image: 'public.ecr.aws/nginx/nginx:1.27' }] }).ref;
}

function daemon(stack: Stack, properties: Readonly<Record<string, unknown>> = {}): void {
  const own = cluster(stack);
  resource(stack, 'Daemon', 'AWS::ECS::Daemon', {
    ClusterArn: own.getAtt('Arn'),
    DaemonName: 'agent',
    CapacityProviderArns: [Fn.join('', [ARN, managed(stack, own.ref)])],
    DaemonTaskDefinitionArn: 'DaemonTaskDefinitionArn' in properties ? undefined : definition(stack),
    ...properties,
  });
}

export const cases: readonly GotchaCase[] = [
  { name: 'the provider is Fargate', caught: true, app: (stack) => daemon(stack, { CapacityProviderArns: [`${ARN}FARGATE_SPOT`] }) },
  { name: 'the provider has an Auto Scaling group', caught: true, app: (stack) => daemon(stack, { CapacityProviderArns: [Fn.join('', [ARN, instances(stack)])] }) },
  { name: 'the provider is of another cluster', caught: true, app: (stack) => daemon(stack, { ClusterArn: cluster(stack, 'Other').getAtt('Arn') }) },
  { name: 'there is no provider', caught: true, consequence: 'rejected', app: (stack) => daemon(stack, { CapacityProviderArns: [] }) },
  { name: 'the task definition is one of services', caught: true, app: (stack) => daemon(stack, { DaemonTaskDefinitionArn: fargateTask(stack).ref }) },
  {
    name: 'the ARN is of a task definition of services',
    caught: true,
    app: (stack) => daemon(stack, { DaemonTaskDefinitionArn: 'arn:aws:ecs:eu-west-1:111122223333:task-definition/agent:3' }),
  },
  { name: 'there is no task definition', caught: true, consequence: 'rejected', app: (stack) => daemon(stack, { DaemonTaskDefinitionArn: undefined }) },
  { name: 'more than all instances drain', caught: true, consequence: 'rejected', app: (stack) => daemon(stack, { DeploymentConfiguration: { DrainPercent: 150 } }) },
  { name: 'the provider is of Managed Instances', caught: false, app: (stack) => daemon(stack, { DeploymentConfiguration: { DrainPercent: 25 } }) },
  {
    name: 'the ARN is of a daemon task definition',
    caught: false,
    app: (stack) => daemon(stack, { DaemonTaskDefinitionArn: 'arn:aws:ecs:eu-west-1:111122223333:daemon-task-definition/agent:3' }),
  },
  { name: 'a parameter is the provider', caught: false, notChecked: true, app: (stack) => daemon(stack, { CapacityProviderArns: [parameter(stack)] }) },
];
