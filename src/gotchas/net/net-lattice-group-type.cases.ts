import type { Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter, resource, service } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

type Properties = Readonly<Record<string, unknown>>;

function registered(stack: Stack, Type: unknown, IpAddressType?: string, ofSubnet: Properties = { CidrBlock: '10.0.0.0/24' }): void {
  const VpcId = resource(stack, 'Vpc', 'AWS::EC2::VPC', { CidrBlock: '10.0.0.0/16' }).ref;
  const subnet = resource(stack, 'Subnet', 'AWS::EC2::Subnet', { VpcId, ...ofSubnet });
  const group = resource(stack, 'Group', 'AWS::VpcLattice::TargetGroup', { Type, Config: { Port: 8080, Protocol: 'HTTP', IpAddressType, VpcIdentifier: VpcId } });
  service(stack, {
    TaskDefinition: fargateTask(stack, {}, { PortMappings: [{ ContainerPort: 8080, Name: 'http' }] }).ref,
    NetworkConfiguration: { AwsvpcConfiguration: { Subnets: [subnet.ref] } },
    VpcLatticeConfigurations: [{ PortName: 'http', RoleArn: 'arn:aws:iam::111122223333:role/lattice', TargetGroupArn: group.getAtt('Arn') }],
  });
}

const IPV6_ALONE = { Ipv6Native: true, Ipv6CidrBlock: '2001:db8::/64' };
const BOTH = { CidrBlock: '10.0.0.0/24', Ipv6CidrBlock: '2001:db8::/64' };

export const cases: readonly GotchaCase[] = [
  { name: 'the group is of instances', caught: true, app: (stack) => registered(stack, 'INSTANCE') },
  { name: 'the group is of load balancers', caught: true, app: (stack) => registered(stack, 'ALB') },
  { name: 'the group is for IPv4, and the subnet for IPv6', caught: true, consequence: 'never-works', app: (stack) => registered(stack, 'IP', undefined, IPV6_ALONE) },
  { name: 'the group is for IPv6, and the subnet for IPv4', caught: true, consequence: 'never-works', app: (stack) => registered(stack, 'IP', 'IPV6') },
  { name: 'the group is of addresses', caught: false, app: (stack) => registered(stack, 'IP') },
  { name: 'group and subnet are for IPv6', caught: false, app: (stack) => registered(stack, 'IP', 'IPV6', IPV6_ALONE) },
  { name: 'the subnet has both', caught: false, app: (stack) => registered(stack, 'IP', 'IPV6', BOTH) },
  { name: 'there is no VPC Lattice', caught: false, app: (stack) => void service(stack, { TaskDefinition: fargateTask(stack).ref }) },
  { name: 'a parameter is the type', caught: false, notChecked: true, app: (stack) => registered(stack, parameter(stack)) },
];
