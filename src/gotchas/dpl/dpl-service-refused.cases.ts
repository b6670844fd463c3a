import * as ecs from 'aws-cdk-lib/aws-ecs';
import { Aspects, CfnParameter, Lazy, Tags, type Stack } from 'aws-cdk-lib/core';
import { resource } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

function service(stack: Stack, properties: object) {
  return resource(stack, 'Orders', 'AWS::ECS::Service', { Cluster: 'shop', LaunchType: 'FARGATE', TaskDefinition: 'shop:1', ...properties });
}

const tags = (count: number, key = 'team', value = 'shop') => Array.from({ length: count }, (_, index) => ({ Key: index === 0 ? key : `${key}${index}`, Value: value }));

export const cases: readonly GotchaCase[] = [
  { name: 'a name of 256 characters', caught: true, app: (stack) => service(stack, { ServiceName: 'x'.repeat(256) }) },
  { name: 'a name with a slash', caught: true, app: (stack) => service(stack, { ServiceName: 'shop/orders' }) },
  {
    name: 'a long name that an aspect sets',
    caught: true,
    app: (stack) => {
      service(stack, {});
      Aspects.of(stack).add({ visit: (node) => { if (node instanceof ecs.CfnService) node.serviceName = 'x'.repeat(300); } });
      new ecs.CfnService(stack, 'Invoices', { cluster: 'shop', launchType: 'FARGATE', taskDefinition: 'shop:1' });
    },
  },
  { name: 'a negative number of tasks', caught: true, app: (stack) => service(stack, { DesiredCount: Lazy.any({ produce: () => -1 }) }) },
  { name: 'half a task', caught: true, app: (stack) => service(stack, { DesiredCount: 1.5 }) },
  { name: 'a tag of AWS', caught: true, app: (stack) => service(stack, { Tags: tags(1, 'AWS:team') }) },
  {
    name: 'a tag of AWS on the whole stack',
    caught: true,
    app: (stack) => {
      new ecs.CfnService(stack, 'Invoices', { cluster: 'shop', launchType: 'FARGATE', taskDefinition: 'shop:1' });
      Tags.of(stack).add('aws:team', 'shop');
    },
  },
  { name: 'a tag without a key', caught: true, app: (stack) => service(stack, { Tags: tags(1, '') }) },
  { name: 'a key of one character', caught: false, app: (stack) => service(stack, { Tags: tags(1, 'x') }) },
  { name: 'a key of 129 characters', caught: true, app: (stack) => service(stack, { Tags: tags(1, 'x'.repeat(129)) }) },
  { name: 'a value of 257 characters', caught: true, app: (stack) => service(stack, { Tags: tags(1, 'team', 'x'.repeat(257)) }) },
  { name: '51 tags', caught: true, app: (stack) => service(stack, { Tags: tags(51) }) },
  {
    name: 'the longest name, no task, and 50 tags with the longest key and value',
    caught: false,
    app: (stack) => service(stack, { ServiceName: 'x'.repeat(255), DesiredCount: 0, Tags: tags(50, 'x'.repeat(126), 'x'.repeat(256)) }),
  },
  { name: 'nothing set', caught: false, app: (stack) => service(stack, {}) },
  {
    name: 'parameters',
    caught: false,
    notChecked: true,
    app: (stack) => service(stack, {
      ServiceName: new CfnParameter(stack, 'Name').valueAsString,
      DesiredCount: new CfnParameter(stack, 'Count', { type: 'Number' }).valueAsNumber,
      Tags: [{ Key: new CfnParameter(stack, 'Key').valueAsString, Value: 'shop' }],
    }),
  },
];
