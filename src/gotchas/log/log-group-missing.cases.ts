import type { Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter, resource } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

function logging(stack: Stack, options: Readonly<Record<string, unknown>>, driver = 'awslogs'): void {
  fargateTask(stack, {}, { LogConfiguration: { LogDriver: driver, Options: options } });
}

export const cases: readonly GotchaCase[] = [
  { name: 'no log group of the app has the name', caught: true, consequence: 'risk', app: (stack) => logging(stack, { 'awslogs-group': '/ecs/shop' }) },
  {
    name: 'the app creates it in another region',
    caught: true,
    app: (stack) => {
      resource(stack, 'Group', 'AWS::Logs::LogGroup', { LogGroupName: '/ecs/shop' });
      logging(stack, { 'awslogs-group': '/ecs/shop', 'awslogs-region': 'ap-south-2' });
    },
  },
  {
    name: 'the app creates it',
    caught: false,
    app: (stack) => logging(stack, { 'awslogs-group': resource(stack, 'Group', 'AWS::Logs::LogGroup', {}).ref, 'awslogs-region': 'eu-west-1' }),
  },
  {
    name: 'the app creates it by name',
    caught: false,
    app: (stack) => {
      resource(stack, 'Group', 'AWS::Logs::LogGroup', { LogGroupName: '/ecs/shop' });
      logging(stack, { 'awslogs-group': '/ecs/shop', 'awslogs-region': 'eu-west-1' });
    },
  },
  { name: 'the driver creates it', caught: false, app: (stack) => logging(stack, { 'awslogs-group': '/ecs/shop', 'awslogs-create-group': 'true' }) },
  { name: 'another driver has no groups', caught: false, app: (stack) => logging(stack, {}, 'splunk') },
  { name: 'nothing is logged', caught: false, app: (stack) => void fargateTask(stack) },
  { name: 'a parameter names it', caught: false, notChecked: true, app: (stack) => logging(stack, { 'awslogs-group': parameter(stack) }) },
  {
    name: 'a parameter names a group of the app',
    caught: false,
    notChecked: true,
    app: (stack) => {
      resource(stack, 'Group', 'AWS::Logs::LogGroup', { LogGroupName: parameter(stack) });
      logging(stack, { 'awslogs-group': '/ecs/shop' });
    },
  },
];
