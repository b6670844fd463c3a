import { FargateTaskDefinition } from 'aws-cdk-lib/aws-ecs';
import type { Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

type Properties = Readonly<Record<string, unknown>>;

const ROLE = { TaskRoleArn: 'arn:aws:iam::111122223333:role/task' };

function mounting(stack: Stack, iam: string | undefined, task: Properties = {}): void {
  fargateTask(stack, {
    ...task, Volumes: [{ Name: 'data', EFSVolumeConfiguration: { FilesystemId: 'fs-1', TransitEncryption: 'ENABLED', AuthorizationConfig: { IAM: iam } } }],
  });
}

export const cases: readonly GotchaCase[] = [
  { name: 'there is no task role', caught: true, app: (stack) => mounting(stack, 'ENABLED') },
  { name: 'the execution role is no task role', caught: true, app: (stack) => mounting(stack, 'ENABLED', { ExecutionRoleArn: ROLE.TaskRoleArn }) },
  { name: 'there is a task role', caught: false, app: (stack) => mounting(stack, 'ENABLED', ROLE) },
  { name: 'IAM is off', caught: false, app: (stack) => mounting(stack, 'DISABLED') },
  { name: 'IAM is not set', caught: false, app: (stack) => mounting(stack, undefined) },
  {
    name: 'the CDK always writes a task role',
    caught: false,
    app: (stack) => {
      const task = new FargateTaskDefinition(stack, 'Task');
      task.addVolume({ name: 'data', efsVolumeConfiguration: { fileSystemId: 'fs-1', transitEncryption: 'ENABLED', authorizationConfig: { iam: 'ENABLED' } } });
    },
  },
  { name: 'a parameter turns IAM on', caught: false, notChecked: true, app: (stack) => mounting(stack, parameter(stack)) },
];
