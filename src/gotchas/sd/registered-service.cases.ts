import type { CfnResource, Stack } from 'aws-cdk-lib/core';
import { resource, service } from '../fixtures/case-resources';

type Properties = Readonly<Record<string, unknown>>;

/** A namespace of a kind. */
export function namespace(stack: Stack, kind: 'Http' | 'PrivateDns' | 'PublicDns'): string {
  return resource(stack, 'Namespace', `AWS::ServiceDiscovery::${kind}Namespace`, { Name: 'shop.local', ...(kind === 'PrivateDns' ? { Vpc: 'vpc-1' } : {}) }).ref;
}

/** A service registered in Cloud Map, valid except for the arguments. */
export function registered(stack: Stack, registry: Properties = {}, ofService: Properties = {}, records: Properties = {}): CfnResource {
  const cloudMap = resource(stack, 'Registry', 'AWS::ServiceDiscovery::Service', {
    NamespaceId: 'ns-1',
    DnsConfig: { DnsRecords: [{ Type: 'A', TTL: 10, ...records }] },
    HealthCheckCustomConfig: { FailureThreshold: 1 },
    ...registry,
  });
  return service(stack, { ServiceRegistries: [{ RegistryArn: cloudMap.getAtt('Arn') }], ...ofService });
}
