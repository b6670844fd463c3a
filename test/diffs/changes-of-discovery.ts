import { HttpNamespace, PrivateDnsNamespace } from 'aws-cdk-lib/aws-servicediscovery';
import { Duration, type Stack } from 'aws-cdk-lib/core';
import { fargateWeb, Surroundings, worker } from './app';
import type { Changes } from './changes-of-services';
import type { Definition } from './diff';
import {
  CloudMapDiscovery, Deployment, ServiceConnectDiscovery, ServiceConnectProtocol, TestTraffic,
  type CloudMapDiscoveryProps, type ServiceConnectEndpoint,
} from '../../src';

const plain: Definition = (stack) => void worker(stack);
const named = (props: Partial<CloudMapDiscoveryProps> = {}): Definition => (stack) => {
  new CloudMapDiscovery(stack, 'Names', { service: worker(stack), dnsNamespace: Surroundings.of(stack).dns, name: 'worker', ...props });
};

function connected(...endpoints: ServiceConnectEndpoint[]): Definition {
  return (stack) => void connect(stack, endpoints);
}

const shifted = (deployment: Deployment): Definition => (stack) => void connect(stack, [{ name: 'worker' }], 'Worker', deployment);

function connect(stack: Stack, endpoints: ServiceConnectEndpoint[], id = 'Worker', deployment?: Deployment) {
  const service = worker(stack, id, { deployment });
  new ServiceConnectDiscovery(stack, `${id}Connect`, { service, namespace: Surroundings.of(stack).mesh, endpoints });
  return service;
}

function caller(calls: boolean): Definition {
  return (stack) => {
    const server = connect(stack, [{ name: 'worker' }]);
    const client = connect(stack, [], 'Client');
    if (calls) client.connectTo(server);
  };
}

/** Of how services find each other. */
export const changesOfDiscovery: Changes = {
  'Cloud Map added': [plain, named()],
  'Cloud Map removed': [named(), plain],
  'Cloud Map added to a web service': [fargateWeb(), fargateWeb({}, (service, { dns }, stack) => (
    void new CloudMapDiscovery(stack, 'Names', { service, dnsNamespace: dns, name: 'web' })))],
  'Cloud Map name': [named(), named({ name: 'other' })],
  'Cloud Map namespace': [named(), (stack) => {
    named({ dnsNamespace: new PrivateDnsNamespace(stack, 'Own', { name: 'own.local', vpc: Surroundings.of(stack).vpc }) })(stack);
  }],
  'Cloud Map TTL': [named(), named({ dnsTtl: Duration.seconds(60) })],
  'Cloud Map callers': [named(), (stack) => named({ allowFrom: [Surroundings.of(stack).securityGroup] })(stack)],
  'Service Connect added': [plain, connected({ name: 'worker' })],
  'Service Connect removed': [connected({ name: 'worker' }), plain],
  'Service Connect as a client': [plain, connected()],
  'Cloud Map to Service Connect': [named(), connected({ name: 'worker' })],
  'Service Connect name': [connected({ name: 'worker' }), connected({ name: 'other' })],
  'Service Connect alias': [connected({ name: 'worker' }), connected({ name: 'worker', dnsName: 'other', port: 80 })],
  'Service Connect protocol': [connected({ name: 'worker' }), connected({ name: 'worker', appProtocol: ServiceConnectProtocol.HTTP2 })],
  'Service Connect timeouts': [connected({ name: 'worker' }), connected({ name: 'worker', perRequestTimeout: Duration.minutes(1) })],
  'Service Connect endpoint added': [connected({ name: 'worker' }), connected({ name: 'worker' }, { name: 'admin', containerPort: 9090 })],
  'Service Connect namespace': [connected({ name: 'worker' }), (stack) => {
    const namespace = new HttpNamespace(stack, 'Own', { name: 'own' });
    new ServiceConnectDiscovery(stack, 'WorkerConnect', { service: worker(stack), namespace, endpoints: [{ name: 'worker' }] });
  }],
  'Service Connect: rolling to blue/green': [connected({ name: 'worker' }), shifted(Deployment.blueGreen())],
  'Service Connect: blue/green to linear': [shifted(Deployment.blueGreen()), shifted(Deployment.linear())],
  'Service Connect: blue/green to rolling': [shifted(Deployment.blueGreen()), connected({ name: 'worker' })],
  'Service Connect: test traffic added': [
    shifted(Deployment.blueGreen()), shifted(Deployment.blueGreen({ testTraffic: TestTraffic.withHeader('X-Preview', ['green']) })),
  ],
  'connectTo': [caller(false), caller(true)],
  'connectTo removed': [caller(true), caller(false)],
};
