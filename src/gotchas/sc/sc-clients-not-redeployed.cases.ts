import type { Stack } from 'aws-cdk-lib/core';
import { connected } from './connected-service.cases';
import { parameter, resource } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

function client(stack: Stack, namespace: unknown = 'shop.local', services?: readonly unknown[]) {
  return resource(stack, 'Client', 'AWS::ECS::Service', {
    Cluster: 'shop', LaunchType: 'FARGATE', ServiceConnectConfiguration: { Enabled: true, Namespace: namespace, Services: services },
  });
}

export const cases: readonly GotchaCase[] = [
  {
    name: 'the client waits for nothing',
    caught: true,
    app: (stack) => {
      connected(stack);
      client(stack);
    },
  },
  {
    name: 'the namespace is one by its name and by its ARN',
    caught: true,
    app: (stack) => {
      connected(stack);
      client(stack, resource(stack, 'Namespace', 'AWS::ServiceDiscovery::HttpNamespace', { Name: 'shop.local' }).getAtt('Arn'));
    },
  },
  {
    name: 'the client waits for the server',
    caught: false,
    app: (stack) => {
      const server = connected(stack);
      client(stack).node.addDependency(server);
    },
  },
  {
    name: 'the client waits for what waits for the server',
    caught: false,
    app: (stack) => {
      const between = resource(stack, 'Between', 'AWS::CloudFormation::WaitConditionHandle', {});
      between.node.addDependency(connected(stack));
      client(stack).node.addDependency(between);
    },
  },
  {
    name: 'the server is in another namespace',
    caught: false,
    app: (stack) => {
      connected(stack);
      client(stack, 'other.local');
    },
  },
  {
    name: 'both call each other',
    caught: false,
    app: (stack) => {
      connected(stack);
      client(stack, 'shop.local', [{ PortName: 'other' }]);
    },
  },
  {
    name: 'a parameter decides the namespace',
    caught: false,
    notChecked: true,
    app: (stack) => {
      connected(stack);
      client(stack, parameter(stack));
    },
  },
];
