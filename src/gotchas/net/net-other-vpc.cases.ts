import * as autoscaling from 'aws-cdk-lib/aws-autoscaling';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import type { Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter, resource, service, targetGroup } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

function vpc(stack: Stack, id: string): string {
  return resource(stack, id, 'AWS::EC2::VPC', { CidrBlock: '10.0.0.0/16' }).ref;
}

function subnet(stack: Stack, id: string, VpcId: unknown): string {
  return resource(stack, id, 'AWS::EC2::Subnet', { VpcId, CidrBlock: '10.0.0.0/24' }).ref;
}

function group(stack: Stack, id: string, VpcId?: unknown): string {
  return resource(stack, id, 'AWS::EC2::SecurityGroup', { GroupDescription: id, VpcId }).getAtt('GroupId').toString();
}

interface Parts {
  readonly subnets: readonly unknown[];
  readonly securityGroups?: readonly unknown[];
  readonly more?: Readonly<Record<string, unknown>>;
}

function tasks(stack: Stack, { subnets, securityGroups, more }: Parts): void {
  service(stack, {
    TaskDefinition: fargateTask(stack).ref,
    NetworkConfiguration: { AwsvpcConfiguration: { Subnets: subnets, SecurityGroups: securityGroups } },
    ...more,
  });
}

function balanced(stack: Stack, ofGroup: unknown, ofBalancer?: string): void {
  const targets = targetGroup(stack, { VpcId: ofGroup });
  if (ofBalancer !== undefined) {
    const balancer = resource(stack, 'Balancer', 'AWS::ElasticLoadBalancingV2::LoadBalancer', { Subnets: [subnet(stack, 'Public', ofBalancer)] });
    (stack.node.findChild('Listener') as ecs.CfnService).addPropertyOverride('LoadBalancerArn', balancer.ref);
  }
  tasks(stack, {
    subnets: [subnet(stack, 'Private', vpcOf(stack))],
    more: { LoadBalancers: [{ ContainerName: 'app', ContainerPort: 80, TargetGroupArn: targets.ref }] },
  });
}

function vpcOf(stack: Stack): string {
  const known = stack.node.tryFindChild('Own') as ecs.CfnService | undefined;
  return known?.ref ?? vpc(stack, 'Own');
}

function lattice(stack: Stack, VpcIdentifier: string): Readonly<Record<string, unknown>> {
  const targets = resource(stack, 'LatticeTargets', 'AWS::VpcLattice::TargetGroup', { Type: 'IP', Config: { Port: 80, Protocol: 'HTTP', VpcIdentifier } });
  return { VpcLatticeConfigurations: [{ PortName: 'http', RoleArn: 'arn:aws:iam::111122223333:role/lattice', TargetGroupArn: targets.getAtt('Arn') }] };
}

/** Managed Instances with a security group of a VPC. */
function managed(stack: Stack, ofGroup: string): void {
  const NetworkConfiguration = { Subnets: [subnet(stack, 'Private', vpcOf(stack))], SecurityGroups: [group(stack, 'Group', ofGroup)] };
  resource(stack, 'Provider', 'AWS::ECS::CapacityProvider', { ClusterName: 'shop', ManagedInstancesProvider: { InstanceLaunchTemplate: { NetworkConfiguration } } });
}

function express(stack: Stack, ofGroup: string): void {
  const NetworkConfiguration = { Subnets: [subnet(stack, 'Private', vpcOf(stack))], SecurityGroups: [group(stack, 'Group', ofGroup)] };
  resource(stack, 'Web', 'AWS::ECS::ExpressGatewayService', { PrimaryContainer: { Image: 'app:1' }, NetworkConfiguration });
}

/** A rule of a security group for another one. */
function ruled(stack: Stack, from: string, isApart = true): void {
  const own = group(stack, 'Own', vpc(stack, 'Home'));
  const other = group(stack, 'Other', isApart ? vpc(stack, 'Elsewhere') : { Ref: 'Home' });
  resource(stack, 'Rule', 'AWS::EC2::SecurityGroupIngress', { GroupId: own, IpProtocol: 'tcp', FromPort: 80, ToPort: 80, SourceSecurityGroupId: from === 'Other' ? other : from });
}

export const cases: readonly GotchaCase[] = [
  { name: 'a security group of Managed Instances is elsewhere', caught: true, app: (stack) => managed(stack, vpc(stack, 'Other')) },
  { name: 'a security group of Managed Instances is in the VPC', caught: false, app: (stack) => managed(stack, vpc(stack, 'Own')) },
  { name: 'a security group of an Express service is elsewhere', caught: true, app: (stack) => express(stack, vpc(stack, 'Other')) },
  { name: 'a rule for a security group of another VPC', caught: true, app: (stack) => ruled(stack, 'Other') },
  {
    name: 'a rule in the group itself',
    caught: true,
    app: (stack) => {
      const other = group(stack, 'Other', vpc(stack, 'Elsewhere'));
      const rule = { IpProtocol: 'tcp', FromPort: 80, ToPort: 80, DestinationSecurityGroupId: other };
      resource(stack, 'Own', 'AWS::EC2::SecurityGroup', { GroupDescription: 'own', VpcId: vpc(stack, 'Home'), SecurityGroupEgress: [rule] });
    },
  },
  { name: 'a rule for a security group of the VPC', caught: false, app: (stack) => ruled(stack, 'Other', false) },
  {
    name: 'a rule for a security group of a VPC that is connected',
    caught: false,
    app: (stack) => {
      ruled(stack, 'Other');
      resource(stack, 'Peering', 'AWS::EC2::VPCPeeringConnection', { VpcId: { Ref: 'Home' }, PeerVpcId: { Ref: 'Elsewhere' } });
    },
  },
  { name: 'a rule for a security group of a parameter', caught: false, app: (stack) => ruled(stack, parameter(stack)) },

  {
    name: 'the security group of the tasks is in another VPC',
    caught: true,
    app: (stack) => tasks(stack, { subnets: [subnet(stack, 'Subnet', vpc(stack, 'Own'))], securityGroups: [group(stack, 'Group', vpc(stack, 'Other'))] }),
  },
  {
    name: 'the security group of the tasks has no VPC, which is the default one',
    caught: true,
    app: (stack) => tasks(stack, { subnets: [subnet(stack, 'Subnet', vpc(stack, 'Own'))], securityGroups: [group(stack, 'Group')] }),
  },
  {
    name: 'subnets of two VPCs',
    caught: true,
    app: (stack) => tasks(stack, { subnets: [subnet(stack, 'Subnet', vpc(stack, 'Own')), subnet(stack, 'Far', 'vpc-2')] }),
  },
  { name: 'the target group is in another VPC', caught: true, consequence: 'never-works', app: (stack) => balanced(stack, vpc(stack, 'Other')) },
  { name: 'the load balancer is in another VPC', caught: true, app: (stack) => balanced(stack, vpcOf(stack), vpc(stack, 'Edge')) },
  {
    name: 'a security group that is associated with the VPC',
    caught: false,
    app: (stack) => {
      const [own, GroupId] = [vpc(stack, 'Own'), group(stack, 'Group', vpc(stack, 'Other'))];
      resource(stack, 'Association', 'AWS::EC2::SecurityGroupVpcAssociation', { GroupId, VpcId: own });
      tasks(stack, { subnets: [subnet(stack, 'Subnet', own)], securityGroups: [GroupId] });
    },
  },
  {
    name: 'a security group that is associated with a VPC of a parameter',
    caught: false,
    notChecked: true,
    app: (stack) => {
      const GroupId = group(stack, 'Group', vpc(stack, 'Other'));
      resource(stack, 'Association', 'AWS::EC2::SecurityGroupVpcAssociation', { GroupId, VpcId: parameter(stack) });
      tasks(stack, { subnets: [subnet(stack, 'Subnet', vpc(stack, 'Own'))], securityGroups: [GroupId] });
    },
  },
  {
    name: 'a security group that is associated with a third VPC',
    caught: true,
    app: (stack) => {
      const GroupId = group(stack, 'Group', vpc(stack, 'Other'));
      resource(stack, 'Association', 'AWS::EC2::SecurityGroupVpcAssociation', { GroupId, VpcId: vpc(stack, 'Third') });
      tasks(stack, { subnets: [subnet(stack, 'Subnet', vpc(stack, 'Own'))], securityGroups: [GroupId] });
    },
  },
  {
    name: 'a target group of VPC Lattice of another VPC',
    caught: true,
    consequence: 'misbehaves',
    app: (stack) => tasks(stack, { subnets: [subnet(stack, 'Subnet', vpc(stack, 'Own'))], more: lattice(stack, vpc(stack, 'Other')) }),
  },
  {
    name: 'a target group of VPC Lattice of the VPC',
    caught: false,
    app: (stack) => tasks(stack, { subnets: [subnet(stack, 'Subnet', vpc(stack, 'Own'))], more: lattice(stack, vpcOf(stack)) }),
  },
  {
    name: 'a namespace of another VPC',
    caught: true,
    consequence: 'risk',
    app: (stack) => {
      const namespace = resource(stack, 'Namespace', 'AWS::ServiceDiscovery::PrivateDnsNamespace', { Name: 'shop.local', Vpc: vpc(stack, 'Other') });
      const registry = resource(stack, 'Registry', 'AWS::ServiceDiscovery::Service', { DnsConfig: { NamespaceId: namespace.getAtt('Id'), DnsRecords: [] } });
      tasks(stack, { subnets: [subnet(stack, 'Subnet', vpcOf(stack))], more: { ServiceRegistries: [{ RegistryArn: registry.getAtt('Arn') }] } });
    },
  },
  {
    name: 'the security group of a load balancer is in another VPC',
    caught: true,
    app: (stack) => void resource(stack, 'Balancer', 'AWS::ElasticLoadBalancingV2::LoadBalancer', {
      SubnetMappings: [{ SubnetId: subnet(stack, 'Public', vpc(stack, 'Own')) }], SecurityGroups: [group(stack, 'Group', vpc(stack, 'Other'))],
    }),
  },
  {
    name: 'the security group of instances is in another VPC',
    caught: true,
    app: (stack) => {
      const own = new ec2.Vpc(stack, 'Vpc', { maxAzs: 2 });
      const instances = new autoscaling.AutoScalingGroup(stack, 'Instances', {
        vpc: own,
        instanceType: new ec2.InstanceType('t3.large'),
        machineImage: ecs.EcsOptimizedImage.amazonLinux2023(),
        securityGroup: new ec2.SecurityGroup(stack, 'Group', { vpc: new ec2.Vpc(stack, 'Other', { maxAzs: 1 }) }),
      });
      new ecs.Cluster(stack, 'Cluster', { vpc: own }).addAsgCapacityProvider(new ecs.AsgCapacityProvider(stack, 'Provider', { autoScalingGroup: instances }));
    },
  },
  {
    name: 'the security group of an endpoint is in another VPC',
    caught: true,
    app: (stack) => void resource(stack, 'Endpoint', 'AWS::EC2::VPCEndpoint', {
      VpcId: vpc(stack, 'Own'), VpcEndpointType: 'Interface', ServiceName: 'com.amazonaws.eu-west-1.logs', SecurityGroupIds: [group(stack, 'Group', vpc(stack, 'Other'))],
    }),
  },
  {
    name: 'all are in one VPC',
    caught: false,
    app: (stack) => {
      const own = vpc(stack, 'Own');
      tasks(stack, { subnets: [subnet(stack, 'A', own), subnet(stack, 'B', own)], securityGroups: [group(stack, 'Group', own)] });
    },
  },
  { name: 'the target group and its load balancer are in the VPC of the tasks', caught: false, app: (stack) => balanced(stack, vpcOf(stack), vpcOf(stack)) },
  {
    name: 'a parameter is the VPC of the security group',
    caught: false,
    notChecked: true,
    app: (stack) => tasks(stack, { subnets: [subnet(stack, 'Subnet', vpc(stack, 'Own'))], securityGroups: [group(stack, 'Group', parameter(stack))] }),
  },
  {
    name: 'the VPC of the subnets may be the default one',
    caught: false,
    notChecked: true,
    app: (stack) => tasks(stack, { subnets: [subnet(stack, 'Subnet', 'vpc-1')], securityGroups: [group(stack, 'Group')] }),
  },
  {
    name: 'subnets that only the account knows',
    caught: false,
    notChecked: true,
    app: (stack) => tasks(stack, { subnets: ['subnet-1'], securityGroups: [group(stack, 'Group', 'vpc-1')] }),
  },
];
