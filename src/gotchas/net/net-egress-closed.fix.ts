import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import { FargateWorkerService } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, vpc, cluster, taskDefinition }) => {
  const group = new ec2.SecurityGroup(stack, 'Tasks', { vpc, allowAllOutbound: false });
  group.addEgressRule(ec2.Peer.ipv4(vpc.vpcCidrBlock), ec2.Port.tcp(5432));
  new ecs.FargateService(stack, 'Worker', { cluster, taskDefinition, securityGroups: [group] });
};

export const plain: Fix = ({ stack, vpc, cluster, taskDefinition }) => {
  const group = new ec2.SecurityGroup(stack, 'Tasks', { vpc, allowAllOutbound: false });
  group.addEgressRule(ec2.Peer.ipv4(vpc.vpcCidrBlock), ec2.Port.tcp(5432));
  group.addEgressRule(ec2.Peer.anyIpv4(), ec2.Port.tcp(443));
  new ecs.FargateService(stack, 'Worker', { cluster, taskDefinition, securityGroups: [group] });
};

export const guarded: Fix = ({ stack, cluster, image }) => {
  new FargateWorkerService(stack, 'Worker', { cluster, image });
};
