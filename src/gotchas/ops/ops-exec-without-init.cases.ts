import { Cluster, ContainerImage, FargateService, FargateTaskDefinition } from 'aws-cdk-lib/aws-ecs';
import { Vpc } from 'aws-cdk-lib/aws-ec2';
import type { Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter, service } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

type Properties = Readonly<Record<string, unknown>>;

function exec(stack: Stack, container: Properties = {}, task: Properties = {}, EnableExecuteCommand: unknown = true): void {
  service(stack, { TaskDefinition: fargateTask(stack, task, container).ref, EnableExecuteCommand });
}

const init = (InitProcessEnabled: unknown): Properties => ({ LinuxParameters: { InitProcessEnabled } });

export const cases: readonly GotchaCase[] = [
  { name: 'the container has no init process', caught: true, app: (stack) => exec(stack) },
  { name: 'it is turned off', caught: true, app: (stack) => exec(stack, init(false)) },
  {
    name: 'a service of the CDK turns ECS Exec on',
    caught: true,
    app: (stack) => {
      const taskDefinition = new FargateTaskDefinition(stack, 'Task');
      taskDefinition.addContainer('app', { image: ContainerImage.fromRegistry('app:1') });
      new FargateService(stack, 'Shop', { cluster: new Cluster(stack, 'Cluster', { vpc: new Vpc(stack, 'Vpc') }), taskDefinition, enableExecuteCommand: true });
    },
  },
  { name: 'the container has one', caught: false, app: (stack) => exec(stack, init(true)) },
  { name: 'ECS Exec is off', caught: false, app: (stack) => exec(stack, {}, {}, false) },
  { name: 'the task runs on Windows', caught: false, app: (stack) => exec(stack, {}, { RuntimePlatform: { OperatingSystemFamily: 'WINDOWS_SERVER_2022_CORE' } }) },
  { name: 'the pause container of the task is the first process', caught: false, app: (stack) => exec(stack, {}, { PidMode: 'task' }) },
  { name: 'a parameter decides', caught: false, notChecked: true, app: (stack) => exec(stack, init(parameter(stack))) },
];
