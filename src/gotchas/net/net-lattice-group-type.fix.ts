import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as vpclattice from 'aws-cdk-lib/aws-vpclattice';
import { LatticeIngress } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, vpc, service }) => {
  service.connections.allowFrom(ec2.Peer.prefixList('pl-0123456789abcdef0'), ec2.Port.tcp(80));
  const targetGroup = new vpclattice.CfnTargetGroup(stack, 'Orders', {
    type: 'INSTANCE',
    config: { port: 80, protocol: 'HTTP', vpcIdentifier: vpc.vpcId },
  });
  (service.node.findChild('Service') as ecs.CfnService).vpcLatticeConfigurations = [{
    portName: 'http',
    roleArn: `arn:aws:iam::${stack.account}:role/lattice`,
    targetGroupArn: targetGroup.attrArn,
  }];
};

export const plain: Fix = ({ stack, vpc, service }) => {
  service.connections.allowFrom(ec2.Peer.prefixList('pl-0123456789abcdef0'), ec2.Port.tcp(80));
  const config = { port: 80, protocol: 'HTTP', vpcIdentifier: vpc.vpcId };
  const targetGroup = new vpclattice.CfnTargetGroup(stack, 'Orders', { type: 'IP', config });
  (service.node.findChild('Service') as ecs.CfnService).vpcLatticeConfigurations = [{
    portName: 'http',
    roleArn: `arn:aws:iam::${stack.account}:role/lattice`,
    targetGroupArn: targetGroup.attrArn,
  }];
};

export const guarded: Fix = ({ stack, web }) => {
  new LatticeIngress(stack, 'Lattice', { service: web, prefixList: ec2.Peer.prefixList('pl-0123456789abcdef0') });
};
