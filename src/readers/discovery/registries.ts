import { readNetwork } from '../network/networks';
import { readScaling } from '../scaling/scaling';
import { readReferredTask } from '../tasks/tasks';
import type { App } from '../../cloudformation/app';
import { memoize } from '../../cloudformation/memoize';
import { referrers } from '../../cloudformation/references';
import type { Resource } from '../../cloudformation/template';
import { usedByUnreadParts } from '../../cloudformation/unread-parts';
import type { Value } from '../../cloudformation/value';
import { anyOf, keyOf, list, optional, orDefault, required, resourceIn } from '../../cloudformation/value-helpers';
import type { PortFacts } from '../../facts/container';
import { Unknown, type Fact } from '../../facts/fact';
import type { RegistrantFacts, RegistryFacts } from '../../facts/registry';
import { table } from '../../facts/table';

/** A Cloud Map service of the app. */
export const readRegistry = memoize((resource: Resource): RegistryFacts => {
  const { app } = resource.template;
  const { byRegistry, unclear } = registrants(app);
  const own = byRegistry.get(resource);
  return {
    id: keyOf(resource),
    healthCheck: readHealthCheck(resource.properties),
    namespaceKind: readNamespaceKind(resource.properties),
    recordTtlSeconds: list(resource.properties.at('DnsConfig', 'DnsRecords'), (record) => record.get('TTL').number()),
    recordTypes: list(resource.properties.at('DnsConfig', 'DnsRecords'), (record) => required(record.get('Type').text())),
    registrants: own ?? unclear ?? [],
    referredTo: own !== undefined || isReferredTo(resource),
    behindApi: behindApis(app).has(resource),
  };
});

function readHealthCheck(properties: Value): RegistryFacts['healthCheck'] {
  const route53 = properties.get('HealthCheckConfig').isSet();
  const custom = properties.get('HealthCheckCustomConfig').isSet();
  if (route53 === true) return 'route53';
  if (custom === true) return 'custom';
  return [route53, custom].find((isSet) => isSet instanceof Unknown) as Unknown | undefined;
}

const NAMESPACES = table({
  'AWS::ServiceDiscovery::HttpNamespace': 'http',
  'AWS::ServiceDiscovery::PrivateDnsNamespace': 'private-dns',
  'AWS::ServiceDiscovery::PublicDnsNamespace': 'public-dns',
} as const);

function readNamespaceKind(properties: Value): RegistryFacts['namespaceKind'] {
  const types = Object.keys(NAMESPACES) as (keyof typeof NAMESPACES)[];
  const found = [properties.get('NamespaceId'), properties.at('DnsConfig', 'NamespaceId')]
    .map((value) => resourceIn(value, ...types))
    .find((resource) => resource !== undefined);
  return found ? NAMESPACES[found.type as keyof typeof NAMESPACES] : new Unknown('the namespace is not in this app');
}

function isReferredTo(resource: Resource): boolean {
  const found = referrers(resource.template.app).get(resource);
  return (found !== undefined && (found.exported || found.resources.size > 0)) || usedByUnreadParts(resource.template.app).has(resource);
}

/** Cloud Map services in which API Gateway discovers its targets. */
const behindApis = memoize((app: App) => new Set(app.ofType('AWS::ApiGatewayV2::Integration')
  .map(({ properties }) => resourceIn(properties.get('IntegrationUri'), 'AWS::ServiceDiscovery::Service'))));

const registrants = memoize((app: App) => {
  const byRegistry = new Map<Resource, RegistrantFacts[]>();
  let unclear: Unknown | undefined;
  for (const service of app.ofType('AWS::ECS::Service')) {
    const items = service.properties.get('ServiceRegistries').items();
    for (const item of items instanceof Unknown ? [] : items) {
      const registry = resourceIn(item.get('RegistryArn'), 'AWS::ServiceDiscovery::Service');
      if (registry) byRegistry.set(registry, [...(byRegistry.get(registry) ?? []), readRegistrant(service, item)]);
      else unclear = unclearOne(item);
    }
    if (items instanceof Unknown) unclear = items;
  }
  return { byRegistry, unclear };
});

function readRegistrant(service: Resource, item: Value): RegistrantFacts {
  return {
    service: service.logicalId,
    networkMode: readReferredTask(service.properties.get('TaskDefinition')).networkMode,
    network: optional(service.properties.get('NetworkConfiguration'), readNetwork),
    containerName: item.get('ContainerName').text(),
    containerPort: item.get('ContainerPort').number(),
    port: item.get('Port').number(),
    mapsPort: readMapsPort(service, item),
    mostTasks: readMostTasks(service),
  };
}

function readMapsPort(service: Resource, item: Value): Fact<boolean> {
  const [name, port] = [item.get('ContainerName').text(), item.get('ContainerPort').number()];
  if (name === undefined || port === undefined) return true;
  const { containers } = readReferredTask(service.properties.get('TaskDefinition'));
  const unclear = [name, port, containers].find((fact) => fact instanceof Unknown);
  if (unclear instanceof Unknown || containers instanceof Unknown) return unclear as Unknown;
  return anyOf(containers.filter((container) => container.name === name || container.name instanceof Unknown)
    .map(({ ports }) => ports instanceof Unknown ? ports : anyOf(ports.map((mapping) => isOfPort(mapping, port as number)))));
}

function isOfPort({ containerPort, containerPortRange }: PortFacts, port: number): Fact<boolean> {
  if (containerPortRange !== undefined) return containerPortRange instanceof Unknown ? containerPortRange : new Unknown('a range of ports has it or not');
  return containerPort instanceof Unknown ? containerPort : containerPort === port;
}

function readMostTasks(service: Resource): Fact<number> {
  const scaling = readScaling(service);
  if (scaling instanceof Unknown) return scaling;
  return scaling ? scaling.maxCapacity : orDefault(service.properties.get('DesiredCount').number(), 1);
}

// A registry that only the deployment knows may be any of the app.
function unclearOne(item: Value): Unknown {
  const registry = item.get('RegistryArn').resource();
  return registry instanceof Unknown ? registry : new Unknown('a service registers somewhere that is not a Cloud Map service');
}
