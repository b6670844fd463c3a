import type { Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter, resource, service } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

function exec(stack: Stack, enabled: unknown, Logging?: string, KmsKeyId?: unknown): void {
  const cluster = resource(stack, 'Cluster', 'AWS::ECS::Cluster', { Configuration: { ExecuteCommandConfiguration: { Logging, KmsKeyId } } });
  service(stack, { Cluster: cluster.ref, TaskDefinition: fargateTask(stack).ref, EnableExecuteCommand: enabled });
}

export const cases: readonly GotchaCase[] = [
  { name: 'it is on and not recorded', caught: true, app: (stack) => exec(stack, true, 'NONE') },
  { name: 'it is on', caught: true, consequence: 'worth-knowing', app: (stack) => exec(stack, true) },
  { name: 'it is on and recorded', caught: true, consequence: 'worth-knowing', app: (stack) => exec(stack, true, 'OVERRIDE') },
  { name: 'it is on, recorded and encrypted', caught: false, app: (stack) => exec(stack, true, 'OVERRIDE', 'alias/sessions') },
  { name: 'it is on and encrypted, and not recorded', caught: true, app: (stack) => exec(stack, true, 'NONE', 'alias/sessions') },
  { name: 'it is off', caught: false, app: (stack) => exec(stack, false, 'NONE') },
  { name: 'it is left out', caught: false, app: (stack) => exec(stack, undefined) },
  { name: 'a parameter decides', caught: false, notChecked: true, app: (stack) => exec(stack, parameter(stack)) },
];
