import { Aws, CfnCondition, Fn, type Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

const AWSLOGS = { LogDriver: 'awslogs', Options: { 'awslogs-group': '/shop', 'awslogs-region': 'us-east-1', 'awslogs-stream-prefix': 'app' } };

export const cases: readonly GotchaCase[] = [
  { name: 'the container has none', caught: true, app: (stack) => void fargateTask(stack) },
  {
    name: 'the sidecar has none',
    caught: true,
    app: (stack) => sidecar(stack, undefined),
  },
  { name: 'the container writes to CloudWatch', caught: false, app: (stack) => void fargateTask(stack, {}, { LogConfiguration: AWSLOGS }) },
  { name: 'the sidecar goes through FireLens', caught: false, app: (stack) => sidecar(stack, { LogDriver: 'awsfirelens' }) },
  { name: 'a parameter decides the driver', caught: false, app: (stack) => void fargateTask(stack, {}, { LogConfiguration: { LogDriver: parameter(stack) } }) },
  { name: 'the log configuration is in another case', caught: false, notChecked: true, app: (stack) => void fargateTask(stack, {}, { logConfiguration: AWSLOGS }) },
  {
    name: 'a parameter decides whether there is one',
    caught: false,
    notChecked: true,
    app: (stack) => {
      const logs = new CfnCondition(stack, 'Logs', { expression: Fn.conditionEquals(parameter(stack), 'on') });
      fargateTask(stack, {}, { LogConfiguration: Fn.conditionIf(logs.logicalId, AWSLOGS, Aws.NO_VALUE) });
    },
  },
  { name: 'the log configuration is in another case, which is another gotcha', caught: false, notChecked: true, app: (stack) => void fargateTask(stack, {}, { logConfiguration: { logDriver: 'awslogs' } }) },
];

function sidecar(stack: Stack, logging: unknown): void {
  fargateTask(stack, {
    ContainerDefinitions: [
      { Name: 'app', Image: 'app:1', LogConfiguration: AWSLOGS },
      { Name: 'proxy', Image: 'proxy:1', LogConfiguration: logging },
    ],
  });
}
