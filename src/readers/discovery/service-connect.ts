import { readLogging } from '../tasks/logging';
import { namespaces, readNamespaceUse } from './namespaces';
import { readOutsideCallers } from './outside-callers';
import { readNetwork } from '../network/networks';
import { readReferredTask } from '../tasks/tasks';
import type { App } from '../../cloudformation/app';
import { memoize } from '../../cloudformation/memoize';
import type { Resource, Template } from '../../cloudformation/template';
import type { Value } from '../../cloudformation/value';
import { identity, keyOf, list, optional, orDefault, outside, required, resourceIn } from '../../cloudformation/value-helpers';
import type { PortFacts } from '../../facts/container';
import { Unknown, type Fact } from '../../facts/fact';
import type { ClaimFacts, EndpointFacts, NamespaceUse, ServerFacts, ServiceConnectFacts } from '../../facts/service-connect';
import type { TaskFacts } from '../../facts/task';

/** Service Connect settings of a service; `undefined` while it is off. */
export function readConnect(service: Resource): Fact<ServiceConnectFacts | undefined> {
  const configuration = service.properties.get('ServiceConnectConfiguration');
  const isOn = orDefault(configuration.get('Enabled').flag(), false);
  if (isOn instanceof Unknown) return isOn;
  return isOn ? {
    namespace: readNamespaceOfService(service),
    endpoints: list(configuration.get('Services'), (item) => readEndpoint(service, item)),
    logDriver: configuration.at('LogConfiguration', 'LogDriver').text(),
    logging: optional(configuration.get('LogConfiguration'), readLogging),
    hasAccessLog: configuration.get('AccessLogConfiguration').isSet(),
    serversNotAwaited: readNotAwaited(service),
    servers: readServers(service),
    outsideCallers: readOutsideCallers(service, hostsOf(service)),
  } : undefined;
}

/** Names by which the proxies of clients know a service. */
function hostsOf(service: Resource): readonly string[] {
  const namespace = service.properties.at('ServiceConnectConfiguration', 'Namespace');
  const made = namespace.resource();
  const domain = made === undefined || made instanceof Unknown ? namespace.text() : made.properties.get('Name').text();
  return itemsOf(service).flatMap((item) => {
    const name = item.get('DiscoveryName').text() ?? item.get('PortName').text();
    const aliases = list(item.get('ClientAliases'), (alias) => alias.get('DnsName').text() ?? (typeof domain === 'string' && typeof name === 'string' ? `${name}.${domain}` : undefined));
    return aliases instanceof Unknown ? [] : aliases.filter((alias) => typeof alias === 'string');
  });
}

function readEndpoint(service: Resource, item: Value): EndpointFacts {
  return {
    portName: required(item.get('PortName').text()),
    discoveryName: item.get('DiscoveryName').text(),
    aliases: list(item.get('ClientAliases'), (alias) => ({
      dnsName: alias.get('DnsName').text(),
      port: alias.get('Port').number(),
      hasTestHeader: alias.get('TestTrafficRules').isSet(),
    })),
    ingressPortOverride: item.get('IngressPortOverride').number(),
    tls: item.get('Tls').isSet(),
    authorityIsTagged: readAuthorityIsTagged(item.get('Tls')),
    idleTimeoutSeconds: item.at('Timeout', 'IdleTimeoutSeconds').number(),
    perRequestTimeoutSeconds: item.at('Timeout', 'PerRequestTimeoutSeconds').number(),
    claimedBy: readClaims(service, item),
  };
}

function readAuthorityIsTagged(tls: Value): Fact<boolean | undefined> {
  return optional(tls, (is) => {
    const arn = is.at('IssuerCertificateAuthority', 'AwsPcaAuthorityArn');
    const authority = resourceIn(arn, 'AWS::ACMPCA::CertificateAuthority');
    if (!authority) return new Unknown(outside(arn)) as Fact<boolean>;
    const tags = list(authority.properties.get('Tags'), (tag) => [tag.get('Key').text(), tag.get('Value').text()] as const);
    return tags instanceof Unknown ? tags : tags.some(([key, value]) => key === 'AmazonECSManaged' && value === 'true');
  });
}

interface Claim extends Omit<ClaimFacts, 'service'> {
  readonly key: string;
  readonly by: Resource;
}

function readClaims(service: Resource, item: Value): Fact<readonly ClaimFacts[]> {
  const claims = claimsOf(service, item);
  if (claims instanceof Unknown) return claims;
  const all = claimed(service.template.app);
  return claims.flatMap(({ key, property, name }) => (all.get(key) ?? [])
    .filter(({ by }) => by !== service && service.condition === undefined)
    .map(({ by }) => ({ service: by.logicalId, property, name })));
}

// The names an endpoint takes in its namespace. A port name that stands for the discovery name takes it too.
function claimsOf(service: Resource, item: Value): Fact<readonly Claim[]> {
  const namespace = namespaceOf(service);
  if (namespace instanceof Unknown) return namespace;
  const discoveryName = item.get('DiscoveryName').text() ?? item.get('PortName').text();
  const aliases = list(item.get('ClientAliases'), (alias) => [alias.get('DnsName').text(), alias.get('Port').text()] as const);
  const claims: Claim[] = [];
  if (typeof discoveryName === 'string') {
    claims.push({ key: `${namespace} ${discoveryName}`, property: 'discoveryName', name: discoveryName, by: service });
  }
  for (const [dnsName, port] of aliases instanceof Unknown ? [] : aliases) {
    if (typeof dnsName !== 'string' || typeof port !== 'string') continue;
    claims.push({ key: `${namespace} ${dnsName}:${port}`, property: 'clientAlias', name: `${dnsName}:${port}`, by: service });
  }
  return claims;
}

const claimed = memoize((app: App) => {
  const found = new Map<string, Claim[]>();
  for (const service of users(app)) {
    const items = itemsOf(service);
    for (const claim of items.map((item) => claimsOf(service, item)).flatMap((claims) => claims instanceof Unknown ? [] : claims)) {
      const known = found.get(claim.key);
      if (known) known.push(claim);
      else found.set(claim.key, [claim]);
    }
  }
  return found;
});

/** The services of the app that use Service Connect; two of which there may be only one don't meet. */
const users = memoize((app: App): readonly Resource[] => app.ofType('AWS::ECS::Service')
  .filter(({ condition, properties }) => condition === undefined && properties.at('ServiceConnectConfiguration', 'Enabled').flag() === true));

const servers = memoize((app: App) => {
  const found = new Map<string, Resource[]>();
  for (const service of users(app)) {
    const namespace = namespaceOf(service);
    if (namespace instanceof Unknown || itemsOf(service).length === 0) continue;
    const known = found.get(namespace);
    if (known) known.push(service);
    else found.set(namespace, [service]);
  }
  return found;
});

function itemsOf(service: Resource): readonly Value[] {
  const items = service.properties.at('ServiceConnectConfiguration', 'Services').items();
  return items instanceof Unknown ? [] : items;
}

// The namespace of the service itself, else of its cluster; one by its name and by its ARN is one.
const namespaceOf = memoize((service: Resource): Fact<string> => {
  const own = readNamespace(service.properties.at('ServiceConnectConfiguration', 'Namespace'), service.template);
  if (own !== undefined) return own;
  const cluster = resourceIn(service.properties.get('Cluster'), 'AWS::ECS::Cluster');
  if (!cluster) return new Unknown('the cluster, which decides the namespace, is not in this app');
  return readNamespace(cluster.properties.at('ServiceConnectDefaults', 'Namespace'), cluster.template) ?? new Unknown('no namespace is named');
});

function readNamespaceOfService(service: Resource): Fact<NamespaceUse> {
  const own = readNamespaceUse(service.properties.at('ServiceConnectConfiguration', 'Namespace'), service);
  if (own !== 'none') return own;
  const cluster = resourceIn(service.properties.get('Cluster'), 'AWS::ECS::Cluster');
  if (!cluster) return new Unknown('the cluster, which decides the namespace, is not in this app');
  const isSet = cluster.properties.at('ServiceConnectDefaults', 'Namespace').isSet();
  return isSet instanceof Unknown ? isSet : isSet ? 'awaited' : 'none';
}

function readNamespace(value: Value, template: Template): Fact<string> | undefined {
  const namespace = optional(value, identity);
  if (namespace === undefined || namespace instanceof Unknown) return namespace;
  const referred = value.resource();
  if (referred !== undefined && !(referred instanceof Unknown)) return keyOf(referred);
  const named = namespaces(template.app).get(namespace) ?? [];
  const own = named.filter((resource) => resource.template === template);
  if (own.length === 1 || named.length === 1) return keyOf((own.length === 1 ? own : named)[0]);
  return named.length > 1 ? new Unknown('more than one namespace of this app has the name') : outsideNamespace(namespace, template);
}

// Without an account in the template, two stacks may be for two accounts.
function outsideNamespace(name: string, { source }: Template): string {
  return source.account === undefined || source.region === undefined ? `${source.id} ${name}` : `${source.account} ${source.region} ${name}`;
}

// CloudFormation chooses the order of resources only within a stack.
function readNotAwaited(service: Resource): Fact<readonly string[]> {
  const namespace = namespaceOf(service);
  if (namespace instanceof Unknown) return namespace;
  const near = (servers(service.template.app).get(namespace) ?? []).filter((server) => server.template === service.template && server !== service);
  const awaited = awaitedBy(service);
  // One that waits for some of them knows which it calls.
  return near.some(({ logicalId }) => awaited.has(logicalId)) ? [] : near.map(({ logicalId }) => logicalId);
}

function readServers(service: Resource): Fact<readonly ServerFacts[]> {
  const namespace = namespaceOf(service);
  if (namespace instanceof Unknown) return namespace;
  const others = (servers(service.template.app).get(namespace) ?? []).filter((server) => server !== service);
  return others.flatMap((server) => itemsOf(server).map((item) => ({
    service: server.logicalId,
    port: item.get('IngressPortOverride').number() ?? portOf(readReferredTask(server.properties.get('TaskDefinition')), item.get('PortName').text()),
    network: optional(server.properties.get('NetworkConfiguration'), readNetwork),
  })));
}

function portOf({ containers }: TaskFacts, name: Fact<string | undefined>): Fact<number | undefined> {
  if (containers instanceof Unknown) return containers;
  if (name instanceof Unknown) return name;
  const ports = containers.map((container) => container.ports);
  const unknown = ports.find((each) => each instanceof Unknown);
  if (unknown) return unknown as Unknown;
  return (ports as ReadonlyArray<readonly PortFacts[]>).flat().find((port) => port.name === name)?.containerPort;
}

function awaitedBy(service: Resource): ReadonlySet<string> {
  const found = new Set<string>();
  const left = [...service.dependsOn];
  for (let id = left.pop(); id !== undefined; id = left.pop()) {
    if (found.has(id)) continue;
    found.add(id);
    left.push(...service.template.resources.get(id)?.dependsOn ?? []);
  }
  return found;
}
