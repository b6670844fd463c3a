import type { Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter, service } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

type Properties = Readonly<Record<string, unknown>>;

function logged(stack: Stack, LogConfiguration: Properties | undefined, LaunchType = 'FARGATE'): void {
  service(stack, {
    LaunchType, TaskDefinition: fargateTask(stack, { RequiresCompatibilities: [LaunchType] }).ref, ServiceConnectConfiguration: { Enabled: true, Namespace: 'shop', LogConfiguration },
  });
}

function awslogs(Options: Properties): Properties {
  return { LogDriver: 'awslogs', Options };
}

const COMPLETE = { 'awslogs-group': 'shop', 'awslogs-region': 'eu-west-1', 'awslogs-stream-prefix': 'proxy' };

export const cases: readonly GotchaCase[] = [
  { name: 'there is no region', caught: true, app: (stack) => logged(stack, awslogs({ ...COMPLETE, 'awslogs-region': undefined })) },
  { name: 'there is no group', caught: true, app: (stack) => logged(stack, awslogs({ ...COMPLETE, 'awslogs-group': undefined })) },
  { name: 'there is no prefix on Fargate', caught: true, app: (stack) => logged(stack, awslogs({ ...COMPLETE, 'awslogs-stream-prefix': undefined })) },
  { name: 'there is an option of another driver', caught: true, app: (stack) => logged(stack, awslogs({ ...COMPLETE, 'splunk-url': 'https://splunk' })) },
  { name: 'all is there', caught: false, app: (stack) => logged(stack, awslogs(COMPLETE)) },
  { name: 'instances need no prefix', caught: false, app: (stack) => logged(stack, awslogs({ ...COMPLETE, 'awslogs-stream-prefix': undefined }), 'EC2') },
  { name: 'the proxy has no logs', caught: false, app: (stack) => logged(stack, undefined) },
  { name: 'another driver has other options', caught: false, app: (stack) => logged(stack, { LogDriver: 'splunk', Options: { 'splunk-url': 'https://splunk' } }) },
  { name: 'Service Connect is off', caught: false, app: (stack) => void service(stack, { TaskDefinition: fargateTask(stack).ref }) },
  { name: 'a parameter is the driver', caught: false, notChecked: true, app: (stack) => logged(stack, { LogDriver: parameter(stack), Options: {} }) },
];
