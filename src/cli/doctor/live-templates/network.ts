import type { Resources } from './resources';
import { Unknown } from '../../../facts/fact';
import type { LiveNetwork, LiveService } from '../../collect/account';
import { notRead } from '../../collect/not-read';
import { routeTableOf } from '../../collect/route-table';
import type { RouteTable, SecurityGroup, Subnet } from '../../collect/shapes';

/** Subnets, routes, endpoints and security groups of the tasks. */
export function addNetwork(resources: Resources, { network }: LiveService): void {
  if (network === undefined || network instanceof Unknown) return;
  const vpcs = new Set([...network.subnets, ...network.endpoints].map(({ VpcId }) => VpcId));
  for (const id of vpcs) addVpc(resources, id, network);
  for (const group of network.securityGroups) addSecurityGroup(resources, group);
  for (const table of network.routeTables) addRouteTable(resources, table);
  for (const subnet of network.subnets) addSubnet(resources, subnet, network);
  for (const endpoint of network.endpoints) {
    // One that is being made, was rejected or has failed answers nothing.
    if (!/^(?:available|partial)?$/i.test(endpoint.State ?? '')) continue;
    resources.add(endpoint.VpcEndpointId, 'AWS::EC2::VPCEndpoint', {
      VpcId: resources.to(endpoint.VpcId),
      ServiceName: endpoint.ServiceName,
      VpcEndpointType: endpoint.VpcEndpointType,
      PrivateDnsEnabled: endpoint.PrivateDnsEnabled,
      RouteTableIds: endpoint.RouteTableIds?.map((id) => resources.to(id)),
      SecurityGroupIds: endpoint.Groups?.map(({ GroupId }) => resources.to(GroupId)),
    });
  }
}

function addVpc(resources: Resources, id: string | undefined, { dns }: LiveNetwork): void {
  const settings = dns instanceof Unknown ? undefined : dns.get(id ?? '');
  const unread = notRead(dns instanceof Unknown ? dns.reason : 'DNS settings of the VPC were not read');
  resources.add(id, 'AWS::EC2::VPC', { EnableDnsSupport: settings?.support ?? unread, EnableDnsHostnames: settings?.hostnames ?? unread });
}

function addSubnet(resources: Resources, subnet: Subnet, { routeTables }: LiveNetwork): void {
  resources.add(subnet.SubnetId, 'AWS::EC2::Subnet', {
    VpcId: resources.to(subnet.VpcId),
    AvailabilityZone: subnet.AvailabilityZone,
    CidrBlock: subnet.CidrBlock,
    Ipv6CidrBlock: subnet.Ipv6CidrBlockAssociationSet?.find(({ Ipv6CidrBlockState }) => Ipv6CidrBlockState?.State === 'associated')?.Ipv6CidrBlock,
    Ipv6Native: subnet.Ipv6Native,
  });
  const table = routeTableOf(subnet, routeTables);
  if (!table) return;
  resources.add(`route table of ${subnet.SubnetId ?? ''}`, 'AWS::EC2::SubnetRouteTableAssociation', {
    SubnetId: resources.to(subnet.SubnetId), RouteTableId: resources.to(table.RouteTableId),
  });
}

function addRouteTable(resources: Resources, { RouteTableId, Routes }: RouteTable): void {
  resources.add(RouteTableId, 'AWS::EC2::RouteTable', {});
  // What goes to nowhere, and what stays in the VPC, is no way out.
  const ways = (Routes ?? []).filter(({ State, GatewayId }) => State !== 'blackhole' && GatewayId !== 'local');
  ways.forEach((route, index) => {
    if (route.GatewayId?.startsWith('igw-')) resources.add(route.GatewayId, 'AWS::EC2::InternetGateway', {});
    resources.add(`route ${index} of ${RouteTableId ?? ''}`, 'AWS::EC2::Route', {
      ...route, RouteTableId: resources.to(RouteTableId), GatewayId: resources.to(route.GatewayId),
    });
  });
}

function addSecurityGroup(resources: Resources, { GroupId, IpPermissions, IpPermissionsEgress }: SecurityGroup): void {
  resources.add(GroupId, 'AWS::EC2::SecurityGroup', {
    SecurityGroupIngress: (IpPermissions ?? []).flatMap(({ IpProtocol, FromPort, ToPort, UserIdGroupPairs, IpRanges, Ipv6Ranges, PrefixListIds }) => {
      const rule = { IpProtocol, FromPort, ToPort };
      return [
        ...(UserIdGroupPairs ?? []).map((pair) => ({ ...rule, SourceSecurityGroupId: resources.to(pair.GroupId) })),
        ...(IpRanges ?? []).map(({ CidrIp }) => ({ ...rule, CidrIp })),
        ...(Ipv6Ranges ?? []).map(({ CidrIpv6 }) => ({ ...rule, CidrIpv6 })),
        ...(PrefixListIds ?? []).map(({ PrefixListId }) => ({ ...rule, SourcePrefixListId: PrefixListId })),
      ];
    }),
    SecurityGroupEgress: IpPermissionsEgress && egressOf(IpPermissionsEgress),
  });
}

/** A list without a rule means that EC2 adds one that allows all traffic: a closed group has a rule to no address. */
function egressOf(permissions: NonNullable<SecurityGroup['IpPermissionsEgress']>): readonly object[] {
  if (permissions.length === 0) return [{ IpProtocol: 'icmp', FromPort: 252, ToPort: 86, CidrIp: '255.255.255.255/32' }];
  return permissions.map(({ IpProtocol, FromPort, ToPort }) => ({ IpProtocol, FromPort, ToPort }));
}
