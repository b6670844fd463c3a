import type { Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter, service, targetGroup } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

function behind(stack: Stack, targetType: unknown, networkMode: string | undefined): void {
  service(stack, {
    LaunchType: 'EC2',
    TaskDefinition: fargateTask(stack, { RequiresCompatibilities: ['EC2'], NetworkMode: networkMode }).ref,
    LoadBalancers: [{ TargetGroupArn: targetGroup(stack, { TargetType: targetType }).ref, ContainerName: 'app', ContainerPort: 80 }],
  });
}

export const cases: readonly GotchaCase[] = [
  { name: 'tasks with their own address and a group of instances', caught: true, app: (stack) => behind(stack, 'instance', 'awsvpc') },
  { name: 'the target type is left to its default', caught: true, app: (stack) => behind(stack, undefined, 'awsvpc') },
  { name: 'tasks behind ports of their instance and a group of addresses', caught: true, app: (stack) => behind(stack, 'ip', 'bridge') },
  { name: 'the network mode is left to its default', caught: true, app: (stack) => behind(stack, 'ip', undefined) },
  { name: 'ip and awsvpc', caught: false, app: (stack) => behind(stack, 'ip', 'awsvpc') },
  { name: 'instance and bridge', caught: false, app: (stack) => behind(stack, 'instance', 'bridge') },
  { name: 'instance and host', caught: false, app: (stack) => behind(stack, undefined, 'host') },
  { name: 'a parameter decides the target type', caught: false, notChecked: true, app: (stack) => behind(stack, parameter(stack), 'awsvpc') },
  {
    name: 'the target group comes from outside',
    caught: false,
    notChecked: true,
    app: (stack) => void service(stack, {
      TaskDefinition: fargateTask(stack).ref,
      LoadBalancers: [{ TargetGroupArn: parameter(stack), ContainerName: 'app', ContainerPort: 80 }],
    }),
  },
];
