import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import type { Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter, role, service } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

function exec(stack: Stack, taskRole: unknown, enabled: unknown = true): void {
  service(stack, { TaskDefinition: fargateTask(stack, { TaskRoleArn: taskRole }).ref, EnableExecuteCommand: enabled });
}

function allowed(stack: Stack, actions: unknown): unknown {
  return role(stack, { Effect: 'Allow', Action: actions, Resource: '*' }).getAtt('Arn');
}

export const cases: readonly GotchaCase[] = [
  { name: 'there is no task role', caught: true, consequence: 'rejected', app: (stack) => exec(stack, undefined) },
  { name: 'the task role may do other things', caught: true, app: (stack) => exec(stack, allowed(stack, 's3:GetObject')) },
  { name: 'one action is missing', caught: true, app: (stack) => exec(stack, allowed(stack, ['ssmmessages:Create*', 'ssmmessages:OpenDataChannel'])) },
  { name: 'all actions are allowed', caught: false, app: (stack) => exec(stack, allowed(stack, 'ssmmessages:*')) },
  { name: 'ECS Exec is off', caught: false, app: (stack) => exec(stack, undefined, false) },
  {
    name: 'the CDK allows them',
    caught: false,
    app: (stack) => {
      const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task');
      taskDefinition.addContainer('app', { image: ecs.ContainerImage.fromRegistry('app:1') });
      const cluster = new ecs.Cluster(stack, 'Cluster', { vpc: new ec2.Vpc(stack, 'Vpc') });
      new ecs.FargateService(stack, 'Service', { cluster, taskDefinition, enableExecuteCommand: true });
    },
  },
  { name: 'the role comes from outside', caught: false, notChecked: true, app: (stack) => exec(stack, parameter(stack)) },
];
