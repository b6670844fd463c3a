import type { Stack } from 'aws-cdk-lib/core';
import { fargateTask, resource, service } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

function registered(stack: Stack, ...names: readonly string[]): void {
  const DnsConfig = { NamespaceId: 'ns-1', DnsRecords: [{ Type: 'A', TTL: 10 }] };
  service(stack, {
    TaskDefinition: fargateTask(stack).ref,
    ServiceRegistries: names.map((Name) => ({ RegistryArn: resource(stack, Name, 'AWS::ServiceDiscovery::Service', { Name, DnsConfig, HealthCheckCustomConfig: {} }).getAtt('Arn') })),
  });
}

export const cases: readonly GotchaCase[] = [
  { name: 'two registries', caught: true, app: (stack) => registered(stack, 'orders', 'orders2') },
  { name: 'one registry', caught: false, app: (stack) => registered(stack, 'orders') },
  { name: 'no registry', caught: false, app: (stack) => registered(stack) },
  {
    name: 'the registries come from outside',
    caught: false,
    notChecked: true,
    app: (stack) => void service(stack, { TaskDefinition: fargateTask(stack).ref, ServiceRegistries: { 'Fn::GetAtt': ['Custom', 'Registries'] } }),
  },
];
