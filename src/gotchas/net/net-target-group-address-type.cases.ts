import type { CfnResource, Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter, resource, service, targetGroup } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

type Properties = Readonly<Record<string, unknown>>;

function balanced(stack: Stack, IpAddressType: unknown, ofSubnet: Properties, ofGroup: Properties = {}): void {
  const subnet = resource(stack, 'Subnet', 'AWS::EC2::Subnet', { VpcId: 'vpc-1', ...ofSubnet });
  service(stack, {
    TaskDefinition: fargateTask(stack, {}, { PortMappings: [{ ContainerPort: 80 }] }).ref,
    NetworkConfiguration: { AwsvpcConfiguration: { Subnets: [subnet.ref] } },
    LoadBalancers: [{ ContainerName: 'app', ContainerPort: 80, TargetGroupArn: targetGroup(stack, { IpAddressType, ...ofGroup }).ref }],
  });
}

const IPV4_ALONE = { CidrBlock: '10.0.0.0/24' };
const IPV6_ALONE = { Ipv6Native: true, Ipv6CidrBlock: '2001:db8::/64' };

export const cases: readonly GotchaCase[] = [
  { name: 'the subnet has IPv6 alone, and the group the default', caught: true, app: (stack) => balanced(stack, undefined, IPV6_ALONE) },
  { name: 'the subnet has IPv4 alone', caught: true, app: (stack) => balanced(stack, 'ipv6', IPV4_ALONE) },
  { name: 'both are of IPv6', caught: false, app: (stack) => balanced(stack, 'ipv6', IPV6_ALONE) },
  { name: 'both are of IPv4', caught: false, app: (stack) => balanced(stack, undefined, IPV4_ALONE) },
  { name: 'the subnet has both', caught: false, app: (stack) => balanced(stack, 'ipv6', { ...IPV4_ALONE, Ipv6CidrBlock: '2001:db8::/64' }) },
  {
    name: 'a block of its own adds IPv6',
    caught: false,
    app: (stack) => {
      balanced(stack, 'ipv6', IPV4_ALONE);
      const subnet = stack.node.findChild('Subnet') as CfnResource;
      resource(stack, 'Block', 'AWS::EC2::SubnetCidrBlock', { SubnetId: subnet.ref, Ipv6CidrBlock: '2001:db8::/64' });
    },
  },
  { name: 'the targets are instances', caught: false, app: (stack) => balanced(stack, undefined, IPV6_ALONE, { TargetType: 'instance' }) },
  { name: 'a parameter is the type', caught: false, notChecked: true, app: (stack) => balanced(stack, parameter(stack), IPV4_ALONE) },
];
