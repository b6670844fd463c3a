import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import { LatticeIngress } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, vpc, service }) => {
  service.connections.allowFrom(ec2.Peer.ipv4(vpc.vpcCidrBlock), ec2.Port.tcp(80));
  (service.node.findChild('Service') as ecs.CfnService).vpcLatticeConfigurations = [{
    portName: 'http',
    roleArn: `arn:aws:iam::${stack.account}:role/lattice`,
    targetGroupArn: `arn:aws:vpc-lattice:${stack.region}:${stack.account}:targetgroup/tg-0123456789abcdef0`,
  }];
};

export const plain: Fix = ({ stack, service }) => {
  service.connections.allowFrom(ec2.Peer.prefixList('pl-0123456789abcdef0'), ec2.Port.tcp(80));
  (service.node.findChild('Service') as ecs.CfnService).vpcLatticeConfigurations = [{
    portName: 'http',
    roleArn: `arn:aws:iam::${stack.account}:role/lattice`,
    targetGroupArn: `arn:aws:vpc-lattice:${stack.region}:${stack.account}:targetgroup/tg-0123456789abcdef0`,
  }];
};

export const guarded: Fix = ({ stack, web }) => {
  new LatticeIngress(stack, 'Lattice', { service: web, prefixList: ec2.Peer.prefixList('pl-0123456789abcdef0') });
};
