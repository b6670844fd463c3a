import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import type { CfnResource, Stack } from 'aws-cdk-lib/core';
import { parameter, resource } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';
import { instances, userData } from '../fixtures/instances';

interface Network {
  readonly subnet: CfnResource;
  readonly attachment: CfnResource;
  readonly nat: CfnResource;
  readonly route: CfnResource;
  readonly association: CfnResource;
}

/** A private subnet behind a NAT gateway. */
function network(stack: Stack): Network {
  const vpc = resource(stack, 'Vpc', 'AWS::EC2::VPC', { CidrBlock: '10.0.0.0/16' });
  const gateway = resource(stack, 'Gateway', 'AWS::EC2::InternetGateway', {});
  const attachment = resource(stack, 'Attachment', 'AWS::EC2::VPCGatewayAttachment', { VpcId: vpc.ref, InternetGatewayId: gateway.ref });
  const open = resource(stack, 'Public', 'AWS::EC2::Subnet', { VpcId: vpc.ref, CidrBlock: '10.0.0.0/24' });
  const subnet = resource(stack, 'Private', 'AWS::EC2::Subnet', { VpcId: vpc.ref, CidrBlock: '10.0.1.0/24' });
  const nat = resource(stack, 'Nat', 'AWS::EC2::NatGateway', { SubnetId: open.ref, AllocationId: 'eipalloc-1' });
  nat.node.addDependency(attachment);
  const table = resource(stack, 'Table', 'AWS::EC2::RouteTable', { VpcId: vpc.ref });
  const association = resource(stack, 'Association', 'AWS::EC2::SubnetRouteTableAssociation', { SubnetId: subnet.ref, RouteTableId: table.ref });
  const route = resource(stack, 'Route', 'AWS::EC2::Route', { RouteTableId: table.ref, DestinationCidrBlock: '0.0.0.0/0', NatGatewayId: nat.ref });
  return { subnet, attachment, nat, route, association };
}

const INSTALLS = userData('yum install -y amazon-efs-utils');

/** An Auto Scaling group in the subnet, with what it waits for. */
function group(stack: Stack, UserData: unknown, waitsFor: (of: Network) => readonly CfnResource[] = () => [], more = {}): void {
  const own = network(stack);
  instances(stack, { launch: { UserData }, group: { MinSize: '1', VPCZoneIdentifier: [own.subnet.ref], ...more } });
  for (const one of waitsFor(own)) stack.node.findChild('Group').node.addDependency(one);
}

function instance(stack: Stack, UserData: unknown, waitsFor: (of: Network) => readonly CfnResource[] = () => []): void {
  const own = network(stack);
  const one = resource(stack, 'Instance', 'AWS::EC2::Instance', { ImageId: 'ami-1', InstanceType: 't3.large', SubnetId: own.subnet.ref, UserData });
  for (const needed of waitsFor(own)) one.node.addDependency(needed);
}

export const cases: readonly GotchaCase[] = [
  { name: 'a group installs packages', caught: true, app: (stack) => group(stack, INSTALLS) },
  { name: 'a group waits for the association of the route table alone', caught: true, app: (stack) => group(stack, INSTALLS, ({ association }) => [association]) },
  { name: 'a group signals', caught: true, app: (stack) => group(stack, userData('/opt/aws/bin/cfn-signal -e $? --stack shop --resource Group')) },
  { name: 'a group downloads over several lines', caught: true, app: (stack) => group(stack, userData('curl -fsSL \\\n  https://example.com/agent.sh | bash')) },
  {
    name: 'a group signals its stack',
    caught: true,
    app: (stack) => group(stack, {
      'Fn::Base64': {
        'Fn::Sub': '#!/bin/bash\necho ECS_CLUSTER=shop >> /etc/ecs/ecs.config\ncfn-signal --stack ${AWS::StackName} --resource Group --region ${AWS::Region}\n',
      },
    }),
  },
  { name: 'an instance of the cluster', caught: true, app: (stack) => instance(stack, INSTALLS) },
  {
    name: 'an instance with an interface',
    caught: true,
    app: (stack) => {
      const { subnet } = network(stack);
      resource(stack, 'Instance', 'AWS::EC2::Instance', { ImageId: 'ami-1', NetworkInterfaces: [{ DeviceIndex: '0', SubnetId: subnet.ref }], UserData: INSTALLS });
    },
  },
  {
    name: 'a cloud-config installs packages',
    caught: true,
    app: (stack) => group(stack, {
      'Fn::Base64': '#cloud-config\npackages:\n  - jq\nruncmd:\n  - echo ECS_CLUSTER=shop >> /etc/ecs/ecs.config\n',
    }),
  },
  { name: 'the group waits for the route', caught: false, app: (stack) => group(stack, INSTALLS, ({ route }) => [route]) },
  { name: 'the group waits for the NAT gateway', caught: false, app: (stack) => group(stack, INSTALLS, ({ nat }) => [nat]) },
  { name: 'the instance waits for the route', caught: false, app: (stack) => instance(stack, INSTALLS, ({ route }) => [route]) },
  { name: 'the user data sets the agent alone', caught: false, app: (stack) => group(stack, userData()) },
  {
    name: 'the user data asks the instance itself',
    caught: false,
    app: (stack) => group(stack, userData(
      'ZONE=$(curl -s http://169.254.169.254/latest/meta-data/placement/availability-zone)', '# yum install -y jq',
    )),
  },
  { name: 'the group has no instances at first', caught: false, app: (stack) => group(stack, INSTALLS, undefined, { MinSize: '0' }) },
  { name: 'an instance of no cluster', caught: false, app: (stack) => instance(stack, { 'Fn::Base64': '#!/bin/bash\nyum install -y nginx\n' }) },
  { name: 'a subnet of a parameter', caught: false, app: (stack) => group(stack, INSTALLS, undefined, { VPCZoneIdentifier: [parameter(stack)] }) },
  { name: 'user data of a parameter', caught: false, app: (stack) => group(stack, parameter(stack)) },
  {
    name: 'instances of the CDK in its VPC',
    caught: false,
    app: (stack) => {
      const cluster = new ecs.Cluster(stack, 'Cluster', { vpc: new ec2.Vpc(stack, 'Network', { maxAzs: 2 }) });
      cluster.addCapacity('Capacity', { instanceType: new ec2.InstanceType('t3.large') });
    },
  },
];
