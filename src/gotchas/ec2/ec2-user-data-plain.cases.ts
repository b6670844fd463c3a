import type { Stack } from 'aws-cdk-lib/core';
import { parameter, resource } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';
import { instances } from '../fixtures/instances';

const SCRIPT = '#!/bin/bash\necho ECS_CLUSTER=shop >> /etc/ecs/ecs.config\n';

function started(stack: Stack, UserData: unknown): void {
  instances(stack, { launch: { UserData } });
}

function configured(stack: Stack, UserData: unknown): void {
  const launch = resource(stack, 'Configuration', 'AWS::AutoScaling::LaunchConfiguration', { ImageId: 'ami-1', InstanceType: 't3.large', UserData });
  instances(stack, { group: { LaunchTemplate: undefined, LaunchConfigurationName: launch.ref } });
}

export const cases: readonly GotchaCase[] = [
  { name: 'the script is a text', caught: true, app: (stack) => started(stack, SCRIPT) },
  { name: 'the script has variables', caught: true, app: (stack) => started(stack, { 'Fn::Sub': SCRIPT.replace('shop', '${AWS::StackName}') }) },
  { name: 'the script is joined', caught: true, app: (stack) => started(stack, { 'Fn::Join': ['\n', ['#!/bin/bash', 'echo ECS_CLUSTER=shop >> /etc/ecs/ecs.config']] }) },
  { name: 'a launch configuration has the script', caught: true, app: (stack) => configured(stack, SCRIPT) },
  { name: 'CloudFormation encodes it', caught: false, app: (stack) => started(stack, { 'Fn::Base64': { 'Fn::Sub': SCRIPT } }) },
  { name: 'a launch configuration encodes it', caught: false, app: (stack) => configured(stack, { 'Fn::Base64': SCRIPT }) },
  { name: 'it was encoded before', caught: false, app: (stack) => started(stack, Buffer.from(SCRIPT).toString('base64')) },
  { name: 'there is none', caught: false, app: (stack) => started(stack, undefined) },
  { name: 'a parameter decides it', caught: false, notChecked: true, app: (stack) => started(stack, parameter(stack)) },
];
