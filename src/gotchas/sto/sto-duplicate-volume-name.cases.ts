import { FargateTaskDefinition } from 'aws-cdk-lib/aws-ecs';
import { fargateTask, parameter } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

export const cases: readonly GotchaCase[] = [
  { name: 'two volumes are called data', caught: true, app: (stack) => void fargateTask(stack, { Volumes: [{ Name: 'data' }, { Name: 'data', Host: {} }] }) },
  {
    name: 'the CDK lets the second one pass',
    caught: true,
    app: (stack) => {
      const task = new FargateTaskDefinition(stack, 'Task');
      task.addVolume({ name: 'data' });
      task.addVolume({ name: 'data', efsVolumeConfiguration: { fileSystemId: 'fs-1' } });
    },
  },
  {
    name: 'a third one is not known',
    caught: true,
    app: (stack) => void fargateTask(stack, { Volumes: [{ Name: parameter(stack) }, { Name: 'data' }, { Name: 'data' }] }),
  },
  { name: 'the names differ', caught: false, app: (stack) => void fargateTask(stack, { Volumes: [{ Name: 'data' }, { Name: 'logs' }] }) },
  { name: 'there is one volume', caught: false, app: (stack) => void fargateTask(stack, { Volumes: [{ Name: 'data' }] }) },
  { name: 'a parameter is the name', caught: false, notChecked: true, app: (stack) => void fargateTask(stack, { Volumes: [{ Name: 'data' }, { Name: parameter(stack) }] }) },
];
