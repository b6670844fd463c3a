import * as ec2 from 'aws-cdk-lib/aws-ec2';
import { PrivateDnsNamespace } from 'aws-cdk-lib/aws-servicediscovery';
import type { Duration } from 'aws-cdk-lib/core';
import * as fc from 'fast-check';
import { CloudMapDiscovery } from '../../src';
import { sets } from './support/breakages-services';
import { ofType, only } from './support/invariants';
import { propertiesOf } from './support/properties-of';
import type { Breakage } from './support/refuses';
import { notAPort, notSeconds, options, port, seconds } from './support/scalars';
import { smallBridgeWorker, smallWorker } from './support/small';
import type { Subject } from './support/subject';

/** A service in a network mode, with ports of its main container, and how it is found. */
interface DiscoveryCase {
  readonly networkMode: 'awsvpc' | 'bridge';
  readonly containerPorts: number[];
  readonly namespaceKind?: 'http';
  readonly name: string;
  readonly dnsTtl?: Duration;
  /** Port that is registered. An SRV record needs one that is mapped, so a token alone is not enough. */
  readonly nth?: number;
  readonly containerPort?: number;
  readonly allowFrom?: readonly string[];
}

const discovery: Subject<DiscoveryCase> = {
  build: (scope, id, { networkMode, containerPorts, namespaceKind, allowFrom, nth, ...props }, world, given) => new CloudMapDiscovery(scope, id, {
    ...props,
    containerPort: props.containerPort ?? (nth === undefined ? undefined : containerPorts[nth]),
    service: networkMode === 'bridge' ? smallBridgeWorker(given, world, containerPorts) : smallWorker(given, world, { containerPorts }),
    // A name is taken once in a namespace, and cases repeat theirs.
    dnsNamespace: namespaceKind === 'http' ? world.httpNamespace : new PrivateDnsNamespace(given, 'Names', { name: `${given.node.addr}.internal`, vpc: world.vpc }),
    allowFrom: allowFrom?.map((range) => ec2.Peer.ipv4(range)),
  }),
  holds: (resources, { networkMode }) => {
    const found = only(ofType(resources, 'AWS::ServiceDiscovery::Service'));
    expect(found.Properties.DnsConfig).toMatchObject({
      RoutingPolicy: 'MULTIVALUE', DnsRecords: [{ Type: networkMode === 'awsvpc' ? 'A' : 'SRV', TTL: expect.anything() }],
    });
    expect(found.Properties.HealthCheckCustomConfig).toBeDefined();
    const registry = only<any>(only(ofType(resources, 'AWS::ECS::Service')).Properties.ServiceRegistries);
    expect(registry.RegistryArn).toEqual({ 'Fn::GetAtt': [found.logicalId, 'Arn'] });
    if (networkMode === 'bridge') expect(registry).toMatchObject({ ContainerName: 'app', ContainerPort: expect.anything() });
  },
};

/** One label of a DNS name: 1 to 63 letters, digits, underscores and hyphens, no hyphen at either end, and not `_` alone. */
const label = fc.stringMatching(/^([A-Za-z0-9]|[A-Za-z0-9_][A-Za-z0-9_-]{0,20}[A-Za-z0-9_])$/);

const cases: fc.Arbitrary<DiscoveryCase> = fc.uniqueArray(port, { minLength: 1, maxLength: 3 }).chain((containerPorts) => fc.tuple(
  fc.record({ networkMode: fc.constantFrom('awsvpc' as const, 'bridge' as const), containerPorts: fc.constant(containerPorts), name: label }),
  options<Pick<DiscoveryCase, 'dnsTtl' | 'nth' | 'allowFrom'>>({
    dnsTtl: seconds(0, 2147483647),
    nth: fc.nat(containerPorts.length - 1),
    allowFrom: fc.uniqueArray(fc.constantFrom('10.0.0.0/8', '192.168.0.0/16'), { maxLength: 2 }),
  }),
)).map(([needed, rest]) => ({ ...needed, ...rest }));

const breakages: readonly Breakage<DiscoveryCase>[] = [
  sets<DiscoveryCase>('name', fc.constantFrom('', '-a', 'a-', '_', 'a.b', 'a b', 'x'.repeat(64))),
  sets<DiscoveryCase>('dnsTtl', notSeconds(0, 2147483647)),
  sets<DiscoveryCase>('containerPort', notAPort),
  (valid) => fc.constant({ rule: 'a port of an SRV record that is not mapped', one: { ...valid, networkMode: 'bridge' as const, containerPorts: [80, 81], containerPort: 82 }, says: ['containerPort', '82'] }),
  (valid) => fc.constant({ rule: 'no DNS in the namespace', one: { ...valid, namespaceKind: 'http' as const }, says: ['dnsNamespace'] }),
  (valid) => fc.constant({
    rule: 'no port to register', one: { ...valid, networkMode: 'bridge' as const, containerPorts: [], nth: undefined, containerPort: undefined }, says: ['containerPort', 'app'],
  }),
];

propertiesOf('CloudMapDiscovery', discovery, cases, breakages);
