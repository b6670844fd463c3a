import { CfnOutput, type CfnResource, type Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter, resource, service } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

type Properties = Readonly<Record<string, unknown>>;

function registry(stack: Stack, ...types: readonly unknown[]): CfnResource {
  const records = { DnsRecords: types.map((type) => ({ Type: type, TTL: 60 })), NamespaceId: 'ns-1' };
  return resource(stack, 'Registry', 'AWS::ServiceDiscovery::Service', types.length > 0 ? { DnsConfig: records } : { NamespaceId: 'ns-1' });
}

function registered(stack: Stack, types: readonly unknown[], networkMode: unknown, item: Properties = {}): void {
  service(stack, {
    LaunchType: 'EC2',
    TaskDefinition: fargateTask(stack, { RequiresCompatibilities: ['EC2'], NetworkMode: networkMode }, { PortMappings: [{ ContainerPort: 80 }] }).ref,
    ServiceRegistries: [{ RegistryArn: registry(stack, ...types).getAtt('Arn'), ...item }],
  });
}

/** Tasks of a subnet with addresses of its own. */
function inSubnet(stack: Stack, type: string, ofSubnet: Properties): void {
  const subnet = resource(stack, 'Subnet', 'AWS::EC2::Subnet', { VpcId: 'vpc-1', ...ofSubnet });
  service(stack, {
    TaskDefinition: fargateTask(stack).ref,
    NetworkConfiguration: { AwsvpcConfiguration: { Subnets: [subnet.ref] } },
    ServiceRegistries: [{ RegistryArn: registry(stack, type).getAtt('Arn') }],
  });
}

const IPV4_ALONE = { CidrBlock: '10.0.0.0/24' };
const IPV6_ALONE = { Ipv6Native: true, Ipv6CidrBlock: '2001:db8::/64' };

const CONTAINER = { ContainerName: 'app', ContainerPort: 80 };

export const cases: readonly GotchaCase[] = [
  { name: 'nothing registers in it', caught: true, consequence: 'risk', app: (stack) => void registry(stack, 'A') },
  { name: 'tasks in bridge mode have no address for A records', caught: true, app: (stack) => registered(stack, ['A'], 'bridge', CONTAINER) },
  { name: 'SRV records have no port', caught: true, app: (stack) => registered(stack, ['SRV'], 'bridge') },
  { name: 'SRV records in host mode take no port of their own', caught: true, app: (stack) => registered(stack, ['SRV'], 'host', { Port: 80 }) },
  { name: 'SRV records have two ports', caught: true, app: (stack) => registered(stack, ['SRV'], 'awsvpc', { ...CONTAINER, Port: 80 }) },
  { name: 'A records have a port of a container', caught: true, app: (stack) => registered(stack, ['A'], 'awsvpc', CONTAINER) },
  { name: 'A and AAAA records have a port of a container', caught: true, app: (stack) => registered(stack, ['A', 'AAAA'], 'awsvpc', CONTAINER) },
  { name: 'a port that the container does not map', caught: true, app: (stack) => registered(stack, ['SRV'], 'awsvpc', { ...CONTAINER, ContainerPort: 8080 }) },
  { name: 'a container that the task does not have', caught: true, app: (stack) => registered(stack, ['SRV'], 'awsvpc', { ...CONTAINER, ContainerName: 'web' }) },
  { name: 'AAAA records in a subnet of IPv4', caught: true, consequence: 'never-works', app: (stack) => inSubnet(stack, 'AAAA', IPV4_ALONE) },
  { name: 'A records in a subnet of IPv6', caught: true, consequence: 'never-works', app: (stack) => inSubnet(stack, 'A', IPV6_ALONE) },
  { name: 'AAAA records in a subnet of both', caught: false, app: (stack) => inSubnet(stack, 'AAAA', { ...IPV4_ALONE, Ipv6CidrBlock: '2001:db8::/64' }) },
  { name: 'A records in awsvpc mode', caught: false, app: (stack) => registered(stack, ['A'], 'awsvpc') },
  { name: 'A records have the name of a container alone', caught: false, app: (stack) => registered(stack, ['A'], 'awsvpc', { ContainerName: 'app' }) },
  { name: 'SRV records in awsvpc mode by port', caught: false, app: (stack) => registered(stack, ['SRV'], 'awsvpc', { Port: 80 }) },
  { name: 'SRV records beside A records, by container', caught: false, app: (stack) => registered(stack, ['SRV', 'A'], 'awsvpc', CONTAINER) },
  { name: 'SRV records in bridge mode by container', caught: false, app: (stack) => registered(stack, ['SRV'], 'bridge', CONTAINER) },
  { name: 'it is only for the API', caught: false, app: (stack) => void registry(stack) },
  {
    name: 'instances are registered by hand',
    caught: false,
    app: (stack) => void resource(stack, 'Instance', 'AWS::ServiceDiscovery::Instance', { ServiceId: registry(stack, 'A').ref, InstanceAttributes: {} }),
  },
  { name: 'an output exposes it to another app', caught: false, app: (stack) => void new CfnOutput(stack, 'Id', { value: registry(stack, 'A').ref }) },
  { name: 'a parameter decides the network mode', caught: false, notChecked: true, app: (stack) => registered(stack, ['A'], parameter(stack)) },
  {
    name: 'a parameter sets the Cloud Map service',
    caught: false,
    notChecked: true,
    app: (stack) => {
      registry(stack, 'A');
      service(stack, { ServiceRegistries: [{ RegistryArn: parameter(stack) }] });
    },
  },
];
