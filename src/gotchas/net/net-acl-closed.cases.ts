import * as ec2 from 'aws-cdk-lib/aws-ec2';
import type { Stack } from 'aws-cdk-lib/core';
import { balancedService } from './balanced-app.cases';
import { parameter, resource } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

type Rule = readonly [direction: 'in' | 'out', from?: unknown, to?: number, more?: Readonly<Record<string, unknown>>];

/** Tasks in a subnet whose network ACL has the rules, in this order. */
function behind(stack: Stack, ...rules: readonly Rule[]): void {
  const vpc = new ec2.Vpc(stack, 'Vpc', { maxAzs: 1, natGateways: 1 });
  const [own] = vpc.privateSubnets;
  const acl = resource(stack, 'Acl', 'AWS::EC2::NetworkAcl', { VpcId: vpc.vpcId });
  resource(stack, 'OfSubnet', 'AWS::EC2::SubnetNetworkAclAssociation', { NetworkAclId: acl.ref, SubnetId: own.subnetId });
  rules.forEach(([direction, from, to, more], index) => resource(stack, `Rule${index}`, 'AWS::EC2::NetworkAclEntry', {
    NetworkAclId: acl.ref,
    RuleNumber: 100 + index,
    Egress: direction === 'out',
    RuleAction: 'allow',
    CidrBlock: '0.0.0.0/0',
    ...from === undefined ? { Protocol: -1 } : { Protocol: 6, PortRange: { From: from, To: to ?? from } },
    ...more,
  }));
  balancedService(stack, { balancer: { Subnets: vpc.publicSubnets.map(({ subnetId }) => subnetId) }, network: { Subnets: [own.subnetId] } });
}

const ANSWERS = [1024, 65535] as const;

export const cases: readonly GotchaCase[] = [
  { name: 'no rule', caught: true, app: (stack) => behind(stack) },
  { name: 'no answers to requests', caught: true, app: (stack) => behind(stack, ['out'], ['in', 80]) },
  { name: 'no requests', caught: true, app: (stack) => behind(stack, ['in'], ['out', 5432]) },
  { name: 'no container port', caught: true, app: (stack) => behind(stack, ['out'], ['in', ...ANSWERS]) },
  { name: 'no answers to the load balancer', caught: true, app: (stack) => behind(stack, ['in'], ['out', 443]) },
  { name: 'a rule that denies it before', caught: true, app: (stack) => behind(stack, ['in'], ['out', 443, 443, { RuleAction: 'deny' }], ['out']) },
  { name: 'all traffic', caught: false, app: (stack) => behind(stack, ['in'], ['out']) },
  { name: 'the ports that count', caught: false, app: (stack) => behind(stack, ['in', 80], ['in', ...ANSWERS], ['out', 443], ['out', ...ANSWERS]) },
  {
    name: 'the default network ACL of the CDK',
    caught: false,
    app: (stack) => {
      const vpc = new ec2.Vpc(stack, 'Vpc', { maxAzs: 2 });
      balancedService(stack, { network: { Subnets: vpc.privateSubnets.map(({ subnetId }) => subnetId) } });
    },
  },
  {
    name: 'rules for some addresses',
    caught: false,
    notChecked: true,
    app: (stack) => behind(stack, ['in', 80, 80, { CidrBlock: '10.0.0.0/16' }], ['in', ...ANSWERS, { CidrBlock: '10.0.0.0/16' }], ['out']),
  },
  { name: 'a parameter is a port', caught: false, notChecked: true, app: (stack) => behind(stack, ['in'], ['out', parameter(stack), 65535]) },
];
