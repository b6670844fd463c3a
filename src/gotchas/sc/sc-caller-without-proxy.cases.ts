import type { Stack } from 'aws-cdk-lib/core';
import { connected } from './connected-service.cases';
import { parameter, resource } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

type Properties = Readonly<Record<string, unknown>>;

function called(stack: Stack, URL: unknown, endpoint: Properties = {}): void {
  connected(stack, endpoint);
  resource(stack, 'Function', 'AWS::Lambda::Function', { Environment: { Variables: { URL } } });
}

function calledByService(stack: Stack, Value: string, service: Properties = {}): void {
  connected(stack);
  const task = resource(stack, 'ShopTask', 'AWS::ECS::TaskDefinition', {
    ContainerDefinitions: [{ Name: 'app', Image: 'public.ecr.aws/acme/app:1', Memory: 256, Environment: [{ Name: 'BACKEND', Value }] }],
  });
  resource(stack, 'Shop', 'AWS::ECS::Service', { Cluster: 'shop', TaskDefinition: task.ref, ...service });
}

const DOTTED = { ClientAliases: [{ DnsName: 'web.shop.internal', Port: 80 }] };

function registered(stack: Stack, Name: unknown): void {
  const namespace = resource(stack, 'Namespace', 'AWS::ServiceDiscovery::PrivateDnsNamespace', { Name: 'shop.internal', Vpc: 'vpc-1' });
  resource(stack, 'Registry', 'AWS::ServiceDiscovery::Service', { Name, DnsConfig: { NamespaceId: namespace.ref, DnsRecords: [{ Type: 'A', TTL: 10 }] } });
}

export const cases: readonly GotchaCase[] = [
  { name: 'a function calls the name', caught: true, app: (stack) => called(stack, 'http://web.shop.internal/orders', DOTTED) },
  { name: 'a function has the name alone', caught: true, app: (stack) => called(stack, 'web.shop.internal', DOTTED) },
  { name: 'the name has no dot', caught: true, app: (stack) => called(stack, 'http://web:80') },
  { name: 'the namespace makes the name', caught: true, app: (stack) => called(stack, 'http://http.shop.local:80', { ClientAliases: [{ Port: 80 }] }) },
  { name: 'a service without Service Connect calls it', caught: true, app: (stack) => calledByService(stack, 'http://web:80/') },
  { name: 'a service with Service Connect calls it', caught: false, app: (stack) => calledByService(stack, 'http://web:80/', { ServiceConnectConfiguration: { Enabled: true, Namespace: 'shop.local' } }) },
  { name: 'a variable is a word of that name', caught: false, app: (stack) => called(stack, 'web') },
  { name: 'a function calls another name', caught: false, app: (stack) => called(stack, 'http://api.web.shop.internal', DOTTED) },
  { name: 'the name begins like another', caught: false, app: (stack) => called(stack, 'http://web.shop.internal.example.com', DOTTED) },
  {
    name: 'Cloud Map has the name too',
    caught: false,
    app: (stack) => {
      registered(stack, 'web');
      called(stack, 'http://web.shop.internal:80', DOTTED);
    },
  },
  {
    name: 'a record of Route 53 has it',
    caught: false,
    app: (stack) => {
      resource(stack, 'Record', 'AWS::Route53::RecordSet', { Name: 'web.shop.internal.', Type: 'A' });
      called(stack, 'http://web.shop.internal', DOTTED);
    },
  },
  {
    name: 'a parameter decides a name of Cloud Map',
    caught: false,
    notChecked: true,
    app: (stack) => {
      registered(stack, parameter(stack));
      called(stack, 'http://web.shop.internal', DOTTED);
    },
  },
];
