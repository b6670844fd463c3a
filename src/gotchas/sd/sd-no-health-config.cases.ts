import { namespace, registered } from './registered-service.cases';
import { parameter, resource, service } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

const ROUTE53 = { HealthCheckCustomConfig: undefined, HealthCheckConfig: { Type: 'HTTP', ResourcePath: '/' } };

export const cases: readonly GotchaCase[] = [
  { name: 'Route 53 checks a private namespace', caught: true, app: (stack) => void registered(stack, { ...ROUTE53, NamespaceId: namespace(stack, 'PrivateDns') }) },
  { name: 'no health check is set', caught: true, consequence: 'misbehaves', app: (stack) => void registered(stack, { HealthCheckCustomConfig: undefined }) },
  { name: 'Route 53 checks tasks', caught: true, consequence: 'misbehaves', app: (stack) => void registered(stack, { ...ROUTE53, NamespaceId: namespace(stack, 'PublicDns') }) },
  { name: 'ECS checks', caught: false, app: (stack) => void registered(stack) },
  { name: 'ECS checks, with no threshold', caught: false, app: (stack) => void registered(stack, { HealthCheckCustomConfig: {} }) },
  { name: 'it is only for the API', caught: false, app: (stack) => void registered(stack, { HealthCheckCustomConfig: undefined, DnsConfig: undefined }) },
  {
    name: 'nothing registers',
    caught: false,
    app: (stack) => void resource(stack, 'Registry', 'AWS::ServiceDiscovery::Service', { NamespaceId: 'ns-1', DnsConfig: { DnsRecords: [{ Type: 'A', TTL: 10 }] } }),
  },
  {
    name: 'a parameter sets the Cloud Map service',
    caught: false,
    notChecked: true,
    app: (stack) => {
      resource(stack, 'Registry', 'AWS::ServiceDiscovery::Service', { NamespaceId: 'ns-1', DnsConfig: { DnsRecords: [{ Type: 'A', TTL: 10 }] } });
      service(stack, { ServiceRegistries: [{ RegistryArn: parameter(stack) }] });
    },
  },
];
