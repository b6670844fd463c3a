import * as ecs from 'aws-cdk-lib/aws-ecs';
import { CfnCondition, Fn, Stack } from 'aws-cdk-lib/core';
import { parameter, resource } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

function service(stack: Stack, id: string, serviceName: unknown, cluster: unknown = 'shop') {
  return resource(stack, id, 'AWS::ECS::Service', { ServiceName: serviceName, Cluster: cluster, LaunchType: 'FARGATE', TaskDefinition: 'shop:1' });
}

function other(stack: Stack): Stack {
  return new Stack(stack.node.root, 'Other', { env: { account: stack.account, region: stack.region } });
}

export const cases: readonly GotchaCase[] = [
  { name: 'two services of a cluster by its name', caught: true, app: (stack) => ['Orders', 'Invoices'].forEach((id) => service(stack, id, 'web')) },
  { name: 'two services of the default cluster', caught: true, app: (stack) => ['Orders', 'Invoices'].forEach((id) => service(stack, id, 'web', null)) },
  {
    name: 'two stacks with services of one cluster of the app',
    caught: true,
    app: (stack) => {
      const { ref } = new ecs.CfnCluster(stack, 'Cluster');
      service(stack, 'Orders', 'web', ref);
      service(other(stack), 'Invoices', 'web', ref);
    },
  },
  {
    name: 'names that differ',
    caught: false,
    app: (stack) => ['Orders', 'Invoices'].forEach((id) => service(stack, id, id)),
  },
  {
    name: 'services without a name',
    caught: false,
    app: (stack) => ['Orders', 'Invoices'].forEach((id) => service(stack, id, undefined)),
  },
  {
    name: 'two clusters',
    caught: false,
    app: (stack) => {
      service(stack, 'Orders', 'web', new ecs.CfnCluster(stack, 'Cluster').ref);
      service(stack, 'Invoices', 'web');
    },
  },
  {
    name: 'templates for two accounts, which name their clusters alike',
    caught: false,
    app: (stack) => {
      service(stack, 'Orders', 'web');
      service(other(stack), 'Invoices', 'web');
    },
  },
  {
    name: 'a condition decides which of two services there is',
    caught: false,
    notChecked: true,
    app: (stack) => {
      const isOld = new CfnCondition(stack, 'IsOld', { expression: Fn.conditionEquals(parameter(stack), 'yes') });
      service(stack, 'Old', 'web').cfnOptions.condition = isOld;
      service(stack, 'New', 'web').cfnOptions.condition = new CfnCondition(stack, 'IsNew', { expression: Fn.conditionNot(isOld) });
    },
  },
  {
    name: 'a parameter names the cluster',
    caught: false,
    notChecked: true,
    app: (stack) => {
      const cluster = parameter(stack);
      ['Orders', 'Invoices'].forEach((id) => service(stack, id, 'web', cluster));
    },
  },
];
