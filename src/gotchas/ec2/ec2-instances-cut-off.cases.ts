import * as autoscaling from 'aws-cdk-lib/aws-autoscaling';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import type { Stack } from 'aws-cdk-lib/core';
import type { GotchaCase } from '../fixtures/gotcha-case';
import { instances } from '../fixtures/instances';

interface Capacity {
  readonly subnetType: ec2.SubnetType;
  readonly endpoints?: boolean;
  readonly allowAllOutbound?: boolean;
}

function capacity(stack: Stack, { subnetType, endpoints = false, allowAllOutbound = true }: Capacity): ec2.SecurityGroup {
  const vpc = new ec2.Vpc(stack, 'Vpc', {
    maxAzs: 2,
    natGateways: 1,
    subnetConfiguration: [
      { name: 'public', subnetType: ec2.SubnetType.PUBLIC },
      { name: 'private', subnetType: ec2.SubnetType.PRIVATE_WITH_EGRESS },
      { name: 'isolated', subnetType: ec2.SubnetType.PRIVATE_ISOLATED },
    ],
  });
  const { ECS, ECS_AGENT, ECS_TELEMETRY } = ec2.InterfaceVpcEndpointAwsService;
  if (endpoints) [ECS, ECS_AGENT, ECS_TELEMETRY].forEach((service, index) => vpc.addInterfaceEndpoint(`Endpoint${index}`, { service }));
  const securityGroup = new ec2.SecurityGroup(stack, 'Group', { vpc, allowAllOutbound });
  const autoScalingGroup = new autoscaling.AutoScalingGroup(stack, 'Instances', {
    vpc, vpcSubnets: { subnetType }, securityGroup, instanceType: new ec2.InstanceType('t3.large'), machineImage: ecs.EcsOptimizedImage.amazonLinux2023(),
  });
  new ecs.Cluster(stack, 'Cluster', { vpc }).addAsgCapacityProvider(new ecs.AsgCapacityProvider(stack, 'Provider', { autoScalingGroup }));
  return securityGroup;
}

/** Managed Instances in subnets of a type. */
function managed(stack: Stack, subnetType: ec2.SubnetType): void {
  const vpc = new ec2.Vpc(stack, 'Vpc', {
    maxAzs: 2,
    natGateways: 1,
    subnetConfiguration: [
      { name: 'public', subnetType: ec2.SubnetType.PUBLIC },
      { name: 'private', subnetType: PRIVATE_WITH_EGRESS },
      { name: 'isolated', subnetType: PRIVATE_ISOLATED },
    ],
  });
  const securityGroups = [new ec2.SecurityGroup(stack, 'Group', { vpc })];
  const provider = new ecs.ManagedInstancesCapacityProvider(stack, 'Provider', { subnets: vpc.selectSubnets({ subnetType }).subnets, securityGroups });
  new ecs.Cluster(stack, 'Cluster', { vpc }).addManagedInstancesCapacityProvider(provider);
}

const { PRIVATE_ISOLATED, PRIVATE_WITH_EGRESS } = ec2.SubnetType;

export const cases: readonly GotchaCase[] = [
  { name: 'isolated subnets', caught: true, app: (stack) => void capacity(stack, { subnetType: PRIVATE_ISOLATED }) },
  { name: 'no traffic out', caught: true, app: (stack) => void capacity(stack, { subnetType: PRIVATE_WITH_EGRESS, allowAllOutbound: false }) },
  { name: 'Managed Instances in isolated subnets', caught: true, app: (stack) => managed(stack, PRIVATE_ISOLATED) },
  { name: 'Managed Instances behind a NAT gateway', caught: false, app: (stack) => managed(stack, PRIVATE_WITH_EGRESS) },
  { name: 'isolated subnets with endpoints', caught: false, app: (stack) => void capacity(stack, { subnetType: PRIVATE_ISOLATED, endpoints: true }) },
  { name: 'a NAT gateway', caught: false, app: (stack) => void capacity(stack, { subnetType: PRIVATE_WITH_EGRESS }) },
  {
    name: 'HTTPS out alone',
    caught: false,
    app: (stack) => {
      const out = capacity(stack, { subnetType: PRIVATE_WITH_EGRESS, allowAllOutbound: false });
      out.addEgressRule(ec2.Peer.anyIpv4(), ec2.Port.tcp(443));
    },
  },
  {
    name: 'subnets that only the account knows',
    caught: false,
    notChecked: true,
    app: (stack) => void instances(stack, { group: { VPCZoneIdentifier: ['subnet-1'] }, launch: { SecurityGroupIds: ['sg-1'] } }),
  },
];
