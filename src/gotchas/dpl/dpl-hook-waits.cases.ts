import type { Stack } from 'aws-cdk-lib/core';
import { parameter, service } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

type Properties = Readonly<Record<string, unknown>>;

const FUNCTION = { HookTargetArn: 'arn:aws:lambda:eu-west-1:111122223333:function:check', RoleArn: 'arn:aws:iam::111122223333:role/hook' };

function hooked(stack: Stack, hook: Properties, strategy: unknown = 'BLUE_GREEN', test?: string): void {
  service(stack, {
    LoadBalancers: [{ TargetGroupArn: 'arn', ContainerName: 'app', ContainerPort: 80, AdvancedConfiguration: { TestListenerRule: test } }],
    DeploymentConfiguration: { Strategy: strategy, LifecycleHooks: [hook] },
  });
}

export const cases: readonly GotchaCase[] = [
  { name: 'it pauses while traffic shifts', caught: true, app: (stack) => hooked(stack, { TargetType: 'PAUSE', LifecycleStages: ['PRODUCTION_TRAFFIC_SHIFT'] }) },
  { name: 'there is no function', caught: true, app: (stack) => hooked(stack, { LifecycleStages: ['PRE_SCALE_UP'] }) },
  { name: 'a stage of CodeDeploy', caught: true, app: (stack) => hooked(stack, { ...FUNCTION, LifecycleStages: ['AfterAllowTestTraffic'] }) },
  { name: 'no stage', caught: true, app: (stack) => hooked(stack, { ...FUNCTION, LifecycleStages: [] }) },
  { name: 'a function before the traffic shifts', caught: false, app: (stack) => hooked(stack, { ...FUNCTION, LifecycleStages: ['PRE_PRODUCTION_TRAFFIC_SHIFT'] }) },
  { name: 'there is no role to call the function with', caught: true, app: (stack) => hooked(stack, { HookTargetArn: FUNCTION.HookTargetArn, LifecycleStages: ['PRE_SCALE_UP'] }) },
  {
    name: 'a rolling deployment shifts no traffic',
    caught: true,
    consequence: 'misbehaves',
    app: (stack) => hooked(stack, { ...FUNCTION, LifecycleStages: ['POST_TEST_TRAFFIC_SHIFT'] }, 'ROLLING'),
  },
  { name: 'there is no test traffic', caught: true, consequence: 'misbehaves', app: (stack) => hooked(stack, { ...FUNCTION, LifecycleStages: ['TEST_TRAFFIC_SHIFT'] }) },
  {
    name: 'a pause lasts a day by default',
    caught: true,
    consequence: 'misbehaves',
    app: (stack) => hooked(stack, { TargetType: 'PAUSE', LifecycleStages: ['POST_SCALE_UP'] }),
  },
  {
    name: 'a function may take four hours',
    caught: true,
    consequence: 'misbehaves',
    app: (stack) => hooked(stack, { ...FUNCTION, LifecycleStages: ['POST_SCALE_UP'], TimeoutConfiguration: { TimeoutInMinutes: 240 } }),
  },
  {
    name: 'a function may take two days',
    caught: true,
    app: (stack) => hooked(stack, { ...FUNCTION, LifecycleStages: ['POST_SCALE_UP'], TimeoutConfiguration: { TimeoutInMinutes: 2880 } }),
  },
  {
    name: 'a pause lasts no time',
    caught: true,
    app: (stack) => hooked(stack, { TargetType: 'PAUSE', LifecycleStages: ['POST_SCALE_UP'], TimeoutConfiguration: { TimeoutInMinutes: 0 } }),
  },
  { name: 'a function checks the new tasks', caught: false, app: (stack) => hooked(stack, { ...FUNCTION, LifecycleStages: ['POST_SCALE_UP'] }) },
  { name: 'a function checks test traffic', caught: false, app: (stack) => hooked(stack, { ...FUNCTION, LifecycleStages: ['TEST_TRAFFIC_SHIFT'] }, 'BLUE_GREEN', 'arn') },
  {
    name: 'a pause lasts an hour',
    caught: false,
    app: (stack) => hooked(stack, { TargetType: 'PAUSE', LifecycleStages: ['POST_SCALE_UP'], TimeoutConfiguration: { TimeoutInMinutes: 60 } }),
  },
  {
    name: 'Service Connect has test traffic',
    caught: false,
    app: (stack) => void service(stack, {
      LoadBalancers: [{ TargetGroupArn: 'arn', ContainerName: 'app', ContainerPort: 80 }],
      ServiceConnectConfiguration: { Enabled: true },
      DeploymentConfiguration: { Strategy: 'BLUE_GREEN', LifecycleHooks: [{ ...FUNCTION, LifecycleStages: ['TEST_TRAFFIC_SHIFT'] }] },
    }),
  },
  { name: 'nothing hooks in', caught: false, app: (stack) => void service(stack) },
  { name: 'a parameter decides what it is', caught: false, notChecked: true, app: (stack) => hooked(stack, { ...FUNCTION, TargetType: parameter(stack), LifecycleStages: ['POST_SCALE_UP'] }) },
];
