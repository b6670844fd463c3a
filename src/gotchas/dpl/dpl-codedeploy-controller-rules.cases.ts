import type { Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter, service } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

function byCodeDeploy(stack: Stack, properties: Readonly<Record<string, unknown>>): void {
  service(stack, {
    DeploymentController: { Type: 'CODE_DEPLOY' },
    DeploymentConfiguration: {},
    LoadBalancers: [{ TargetGroupArn: 'arn', ContainerName: 'app', ContainerPort: 80 }],
    ...properties,
  });
}

export const cases: readonly GotchaCase[] = [
  {
    name: 'the circuit breaker is on',
    caught: true,
    app: (stack) => byCodeDeploy(stack, { DeploymentConfiguration: { DeploymentCircuitBreaker: { Enable: true, Rollback: true } } }),
  },
  {
    name: 'deployment alarms are on',
    caught: true,
    app: (stack) => byCodeDeploy(stack, { DeploymentConfiguration: { Alarms: { Enable: true, Rollback: true, AlarmNames: ['errors'] } } }),
  },
  { name: 'Service Connect is on', caught: true, app: (stack) => byCodeDeploy(stack, { ServiceConnectConfiguration: { Enabled: true } }) },
  { name: 'there is no load balancer', caught: true, consequence: 'risk', app: (stack) => byCodeDeploy(stack, { LoadBalancers: undefined }) },
  {
    name: 'there are two target groups',
    caught: true,
    app: (stack) => byCodeDeploy(stack, { LoadBalancers: ['one', 'two'].map((TargetGroupArn) => ({ TargetGroupArn, ContainerName: 'app', ContainerPort: 80 })) }),
  },
  {
    name: 'a function is called at a stage',
    caught: true,
    app: (stack) => byCodeDeploy(stack, { DeploymentConfiguration: { LifecycleHooks: [{ HookTargetArn: 'arn', LifecycleStages: ['PRE_SCALE_UP'] }] } }),
  },
  {
    name: 'the task definition of the stack is named with its revision',
    caught: true,
    consequence: 'misbehaves',
    app: (stack) => byCodeDeploy(stack, { TaskDefinition: fargateTask(stack).ref }),
  },
  { name: 'the task definition is named by its family', caught: false, app: (stack) => byCodeDeploy(stack, { TaskDefinition: 'shop' }) },
  { name: 'it is a daemon', caught: true, app: (stack) => byCodeDeploy(stack, { SchedulingStrategy: 'DAEMON' }) },
  {
    name: 'all that belongs to ECS is off',
    caught: false,
    app: (stack) => byCodeDeploy(stack, { DeploymentConfiguration: { DeploymentCircuitBreaker: { Enable: false, Rollback: false } } }),
  },
  { name: 'ECS deploys the service', caught: false, app: (stack) => void service(stack) },
  { name: 'a parameter decides the controller', caught: false, notChecked: true, app: (stack) => byCodeDeploy(stack, { DeploymentController: { Type: parameter(stack) } }) },
];
