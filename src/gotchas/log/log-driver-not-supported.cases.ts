import type { Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter, service } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

function driver(stack: Stack, name: unknown, compatibility: unknown = 'FARGATE') {
  return fargateTask(stack, { RequiresCompatibilities: compatibility ? [compatibility] : undefined }, { LogConfiguration: { LogDriver: name } });
}

export const cases: readonly GotchaCase[] = [
  { name: 'syslog on Fargate', caught: true, app: (stack) => void driver(stack, 'syslog') },
  { name: 'json-file on Fargate', caught: true, app: (stack) => void driver(stack, 'json-file') },
  { name: 'a driver of Docker that ECS has not', caught: true, app: (stack) => void driver(stack, 'local', 'EC2') },
  {
    name: 'a service runs a task with fluentd on Fargate',
    caught: true,
    consequence: 'risk',
    app: (stack) => void service(stack, { TaskDefinition: driver(stack, 'fluentd', '').ref }),
  },
  { name: 'awslogs on Fargate', caught: false, app: (stack) => void driver(stack, 'awslogs') },
  { name: 'splunk on Fargate', caught: false, app: (stack) => void driver(stack, 'splunk') },
  { name: 'syslog on instances', caught: false, app: (stack) => void driver(stack, 'syslog', 'EC2') },
  { name: 'json-file on managed instances', caught: false, app: (stack) => void driver(stack, 'json-file', 'MANAGED_INSTANCES') },
  { name: 'a parameter names the driver', caught: false, notChecked: true, app: (stack) => void driver(stack, parameter(stack)) },
  { name: 'a parameter decides where it runs', caught: false, notChecked: true, app: (stack) => void driver(stack, 'syslog', parameter(stack)) },
];
