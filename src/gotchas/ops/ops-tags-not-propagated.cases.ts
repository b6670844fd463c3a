import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import { Tags, type Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter, service } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

function tagged(stack: Stack, PropagateTags: unknown, tags: readonly unknown[] = [{ Key: 'team', Value: 'shop' }]): void {
  service(stack, { TaskDefinition: fargateTask(stack).ref, Tags: tags, PropagateTags });
}

export const cases: readonly GotchaCase[] = [
  { name: 'it is left out', caught: true, app: (stack) => tagged(stack, undefined) },
  { name: 'it is none', caught: true, app: (stack) => tagged(stack, 'NONE') },
  {
    name: 'the CDK tags the whole stack',
    caught: true,
    app: (stack) => {
      Tags.of(stack).add('team', 'shop');
      const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task');
      taskDefinition.addContainer('app', { image: ecs.ContainerImage.fromRegistry('app:1') });
      new ecs.FargateService(stack, 'Service', { cluster: new ecs.Cluster(stack, 'Cluster', { vpc: new ec2.Vpc(stack, 'Vpc') }), taskDefinition });
    },
  },
  { name: 'tasks get the tags of the service', caught: false, app: (stack) => tagged(stack, 'SERVICE') },
  { name: 'tasks get the tags of their definition', caught: false, app: (stack) => tagged(stack, 'TASK_DEFINITION') },
  { name: 'there are no tags', caught: false, app: (stack) => tagged(stack, undefined, []) },
  { name: 'a parameter decides', caught: false, notChecked: true, app: (stack) => tagged(stack, parameter(stack)) },
];
