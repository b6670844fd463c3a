import * as ec2 from 'aws-cdk-lib/aws-ec2';
import type * as ecs from 'aws-cdk-lib/aws-ecs';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as vpclattice from 'aws-cdk-lib/aws-vpclattice';
import { LatticeIngress } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, vpc, service, taskDefinition }) => {
  service.connections.allowFrom(ec2.Peer.prefixList('pl-0123456789abcdef0'), ec2.Port.tcp(80));
  const config = { port: 80, protocol: 'HTTP', vpcIdentifier: vpc.vpcId };
  const targetGroup = new vpclattice.CfnTargetGroup(stack, 'Orders', { type: 'IP', config });
  const policy = iam.ManagedPolicy.fromAwsManagedPolicyName('AmazonECSInfrastructureRolePolicyForVpcLattice');
  const assumedBy = new iam.ServicePrincipal('ecs.amazonaws.com');
  const role = new iam.Role(stack, 'Registers', { assumedBy, managedPolicies: [policy] });
  (service.node.findChild('Service') as ecs.CfnService).vpcLatticeConfigurations = [{
    portName: taskDefinition.defaultContainer!.portMappings[0].name!,
    roleArn: role.roleArn,
    targetGroupArn: targetGroup.attrArn,
  }];
};

export const plain: Fix = ({ stack, vpc, service, taskDefinition }) => {
  service.connections.allowFrom(ec2.Peer.prefixList('pl-0123456789abcdef0'), ec2.Port.tcp(80));
  const config = { port: 80, protocol: 'HTTP', vpcIdentifier: vpc.vpcId };
  const targetGroup = new vpclattice.CfnTargetGroup(stack, 'Orders', { type: 'IP', config });
  const policy = iam.ManagedPolicy.fromAwsManagedPolicyName('AmazonECSInfrastructureRolePolicyForVpcLattice');
  const assumedBy = new iam.ServicePrincipal('ecs.amazonaws.com');
  const role = new iam.Role(stack, 'Registers', { assumedBy, managedPolicies: [policy] });
  (service.node.findChild('Service') as ecs.CfnService).vpcLatticeConfigurations = [{
    portName: taskDefinition.defaultContainer!.portMappings[0].name!,
    roleArn: role.roleArn,
    targetGroupArn: targetGroup.attrArn,
  }];
  const orders = new vpclattice.CfnService(stack, 'OrdersService');
  new vpclattice.CfnListener(stack, 'Https', {
    serviceIdentifier: orders.attrId,
    protocol: 'HTTPS',
    defaultAction: { forward: { targetGroups: [{ targetGroupIdentifier: targetGroup.attrId }] } },
  });
};

export const guarded: Fix = ({ stack, web }) => {
  new LatticeIngress(stack, 'Lattice', { service: web, prefixList: ec2.Peer.prefixList('pl-0123456789abcdef0') });
};
