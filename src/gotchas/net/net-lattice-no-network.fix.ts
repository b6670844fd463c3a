import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as vpclattice from 'aws-cdk-lib/aws-vpclattice';
import { LatticeIngress } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, vpc, service }) => {
  service.connections.allowFrom(ec2.Peer.prefixList('pl-0123456789abcdef0'), ec2.Port.tcp(80));
  const config = { port: 80, protocol: 'HTTP', vpcIdentifier: vpc.vpcId };
  const targetGroup = new vpclattice.CfnTargetGroup(stack, 'Tasks', { type: 'IP', config });
  const roleArn = `arn:aws:iam::${stack.account}:role/lattice`;
  const resource = service.node.findChild('Service') as ecs.CfnService;
  resource.vpcLatticeConfigurations = [{ portName: 'http', roleArn, targetGroupArn: targetGroup.attrArn }];
  const orders = new vpclattice.CfnService(stack, 'Orders');
  new vpclattice.CfnListener(stack, 'Https', {
    serviceIdentifier: orders.attrId,
    protocol: 'HTTPS',
    defaultAction: { forward: { targetGroups: [{ targetGroupIdentifier: targetGroup.attrId }] } },
  });
};

export const plain: Fix = ({ stack, vpc, service }) => {
  service.connections.allowFrom(ec2.Peer.prefixList('pl-0123456789abcdef0'), ec2.Port.tcp(80));
  const config = { port: 80, protocol: 'HTTP', vpcIdentifier: vpc.vpcId };
  const targetGroup = new vpclattice.CfnTargetGroup(stack, 'Tasks', { type: 'IP', config });
  const roleArn = `arn:aws:iam::${stack.account}:role/lattice`;
  const resource = service.node.findChild('Service') as ecs.CfnService;
  resource.vpcLatticeConfigurations = [{ portName: 'http', roleArn, targetGroupArn: targetGroup.attrArn }];
  const orders = new vpclattice.CfnService(stack, 'Orders');
  const serviceIdentifier = orders.attrId;
  const forward = { targetGroups: [{ targetGroupIdentifier: targetGroup.attrId }] };
  new vpclattice.CfnListener(stack, 'Https', { serviceIdentifier, protocol: 'HTTPS', defaultAction: { forward } });
  const serviceNetworkIdentifier = new vpclattice.CfnServiceNetwork(stack, 'Network').attrId;
  new vpclattice.CfnServiceNetworkServiceAssociation(stack, 'Joins', { serviceIdentifier, serviceNetworkIdentifier });
  const vpcIdentifier = vpc.vpcId;
  new vpclattice.CfnServiceNetworkVpcAssociation(stack, 'Clients', { vpcIdentifier, serviceNetworkIdentifier });
};

export const guarded: Fix = ({ stack, web, vpc }) => {
  const serviceNetwork = new vpclattice.CfnServiceNetwork(stack, 'Network');
  const serviceNetworkIdentifier = serviceNetwork.attrId;
  const vpcIdentifier = vpc.vpcId;
  new vpclattice.CfnServiceNetworkVpcAssociation(stack, 'Clients', { vpcIdentifier, serviceNetworkIdentifier });
  new LatticeIngress(stack, 'Lattice', {
    service: web,
    prefixList: ec2.Peer.prefixList('pl-0123456789abcdef0'),
    serviceNetworks: [serviceNetwork],
  });
};
