import type { Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

type Container = Readonly<Record<string, unknown>>;

const APP: Container = { Name: 'app', Image: 'app:1', LogConfiguration: { LogDriver: 'awsfirelens', Options: { Name: 'cloudwatch' } } };
const ROUTER: Container = {
  Name: 'router',
  Image: 'public.ecr.aws/aws-observability/aws-for-fluent-bit:2.32.5',
  FirelensConfiguration: { Type: 'fluentbit' },
  LogConfiguration: { LogDriver: 'awslogs' },
};

function task(stack: Stack, ...containers: readonly Container[]): void {
  fargateTask(stack, { ContainerDefinitions: containers });
}

export const cases: readonly GotchaCase[] = [
  { name: 'there is no router', caught: true, app: (stack) => task(stack, APP) },
  { name: 'there are two routers', caught: true, app: (stack) => task(stack, APP, ROUTER, { ...ROUTER, Name: 'other' }) },
  { name: 'no container logs to the router', caught: true, app: (stack) => task(stack, { Name: 'app', Image: 'app:1' }, ROUTER) },
  { name: 'the router may stop alone', caught: true, consequence: 'misbehaves', app: (stack) => task(stack, APP, { ...ROUTER, Essential: false }) },
  {
    name: 'the router logs through itself',
    caught: true,
    consequence: 'misbehaves',
    app: (stack) => task(stack, APP, { ...ROUTER, LogConfiguration: APP.LogConfiguration }),
  },
  { name: 'there is one router', caught: false, app: (stack) => task(stack, APP, ROUTER) },
  { name: 'no container uses FireLens', caught: false, app: (stack) => task(stack, { ...APP, LogConfiguration: { LogDriver: 'awslogs' } }) },
  {
    name: 'a parameter names the driver',
    caught: false,
    notChecked: true,
    app: (stack) => task(stack, { ...APP, LogConfiguration: { LogDriver: parameter(stack) } }),
  },
];
