import * as acmpca from 'aws-cdk-lib/aws-acmpca';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as cloudmap from 'aws-cdk-lib/aws-servicediscovery';
import { Duration } from 'aws-cdk-lib/core';
import * as fc from 'fast-check';
import { ServiceConnectDiscovery, ServiceConnectProtocol, type ServiceConnectEndpoint } from '../../src';
import { ofType, only } from './support/invariants';
import { propertiesOf } from './support/properties-of';
import type { Breakage } from './support/refuses';
import { options, port, seconds } from './support/scalars';
import { smallBridgeWorker, smallWorker } from './support/small';
import type { Subject } from './support/subject';

/** An endpoint in plain data. */
interface EndpointCase {
  readonly name: string;
  readonly containerPort: number;
  readonly appProtocol?: ServiceConnectProtocol;
  readonly dnsName?: string;
  readonly port?: number;
  readonly idleTimeout?: Duration;
  readonly perRequestTimeout?: Duration;
  readonly allowFrom?: readonly string[];
  readonly tls?: boolean;
}

/** A service in a network mode, and the endpoints it has; its container maps their ports by default. */
interface ConnectCase {
  readonly networkMode: 'awsvpc' | 'bridge';
  readonly endpoints: readonly EndpointCase[];
  readonly containerPorts?: number[];
  /** Has the CDK create a log group for the proxy. */
  readonly ownLogs?: boolean;
}

const AUTHORITY = 'arn:aws:acm-pca:eu-west-1:111122223333:certificate-authority/12345678-1234-1234-1234-123456789012';

const connected: Subject<ConnectCase> = {
  build: (scope, id, { networkMode, endpoints, ownLogs, containerPorts = endpoints.map(({ containerPort }) => containerPort) }, world, given) => {
    const certificateAuthority = acmpca.CertificateAuthority.fromCertificateAuthorityArn(given, 'Authority', AUTHORITY);
    new ServiceConnectDiscovery(scope, id, {
      service: networkMode === 'bridge' ? smallBridgeWorker(given, world, containerPorts) : smallWorker(given, world, { containerPorts }),
      // Names are for one service of a namespace, and all cases are in one app.
      namespace: new cloudmap.HttpNamespace(given, 'Namespace', { name: 'shop' }),
      logDriver: ownLogs ? ecs.LogDrivers.awsLogs({ streamPrefix: 'proxy' }) : undefined,
      endpoints: endpoints.map(({ allowFrom, tls, ...endpoint }): ServiceConnectEndpoint => ({
        ...endpoint, allowFrom: allowFrom?.map((range) => ec2.Peer.ipv4(range)), tls: tls ? { certificateAuthority } : undefined,
      })),
    });
  },
  holds: (resources, { endpoints }) => {
    const { ServiceConnectConfiguration: connect } = only(ofType(resources, 'AWS::ECS::Service')).Properties;
    expect(connect).toMatchObject({ Enabled: true, Namespace: expect.anything(), LogConfiguration: { LogDriver: 'awslogs' } });
    const { PortMappings } = only<any>(only(ofType(resources, 'AWS::ECS::TaskDefinition')).Properties.ContainerDefinitions);
    expect(connect.Services ?? []).toHaveLength(endpoints.length);
    for (const { PortName, ClientAliases } of connect.Services ?? []) {
      expect(PortMappings.filter(({ Name }: { Name: unknown }) => JSON.stringify(Name) === JSON.stringify(PortName))).toHaveLength(1);
      expect(ClientAliases).toEqual([{ DnsName: expect.anything(), Port: expect.anything() }]);
    }
  },
};

const name = fc.stringMatching(/^[a-z0-9_][a-z0-9_-]{0,20}$/);
const spoken = fc.constantFrom(ServiceConnectProtocol.HTTP, ServiceConnectProtocol.HTTP2, ServiceConnectProtocol.GRPC);

const endpoint = fc.tuple(
  fc.record({ name, containerPort: port }),
  options<Pick<EndpointCase, 'appProtocol' | 'port' | 'idleTimeout' | 'perRequestTimeout' | 'allowFrom'>>({
    appProtocol: spoken,
    port,
    idleTimeout: seconds(0, 2147483647),
    perRequestTimeout: seconds(0, 2147483647),
    allowFrom: fc.uniqueArray(fc.constantFrom('10.0.0.0/8', '192.168.0.0/16'), { maxLength: 2 }),
  }),
).map(([needed, rest]): EndpointCase => ({ ...needed, ...rest }));

const cases: fc.Arbitrary<ConnectCase> = fc.tuple(
  fc.constantFrom('awsvpc' as const, 'bridge' as const),
  fc.uniqueArray(endpoint, { maxLength: 3, comparator: (one, other) => one.name === other.name || one.containerPort === other.containerPort }),
  fc.boolean(),
  fc.boolean(),
).map(([networkMode, endpoints, tls, ownLogs]) => ({
  networkMode, ownLogs, endpoints: endpoints.map((one) => (tls && networkMode === 'awsvpc' ? { ...one, tls } : one)),
}));

/** A rule broken by one endpoint more. */
function adds(rule: string, broken: Partial<EndpointCase>, says: string[], rest: Partial<ConnectCase> = {}): Breakage<ConnectCase> {
  const one = { name: 'broken', containerPort: 4, ...broken };
  return (valid) => fc.constant({
    rule, one: { ...valid, endpoints: [...valid.endpoints.filter(({ containerPort }) => containerPort !== 4), one], ...rest }, says,
  });
}

const breakages: readonly Breakage<ConnectCase>[] = [
  adds('a name with capitals', { name: 'Broken' }, ['discoveryName', 'Broken']),
  adds('a host name that begins with a hyphen', { dnsName: '-a' }, ['dnsName', '-a']),
  adds('a port of callers that is none', { port: 65536 }, ['port', '65536']),
  adds('TCP with a timeout for requests', { appProtocol: ServiceConnectProtocol.TCP, perRequestTimeout: Duration.seconds(3) }, ['perRequestTimeout', 'TCP']),
  (valid) => fc.constant({
    rule: 'a port that the container does not map', one: { ...valid, endpoints: [{ name: 'broken', containerPort: 4 }], containerPorts: [5] }, says: ['containerPort', '4'],
  }),
  adds('TLS in bridge mode', { tls: true }, ['tls', 'bridge'], { networkMode: 'bridge' }),
  (valid) => fc.constant({
    rule: 'a name that is set twice',
    one: { ...valid, endpoints: [{ name: 'twice', containerPort: 4 }, { name: 'twice', containerPort: 5 }] },
    says: ['endpoints[twice].name', 'another endpoint'],
  }),
];

propertiesOf('ServiceConnectDiscovery', connected, cases, breakages);
