import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack }) => {
  const vpc = new ec2.Vpc(stack, 'Network', { maxAzs: 2 });
  const cluster = new ecs.Cluster(stack, 'Instances', { vpc });
  const group = cluster.addCapacity('Group', { instanceType: new ec2.InstanceType('t3.large'), minCapacity: 2 });
  group.addUserData('yum install -y amazon-efs-utils');
};

export const plain: Fix = ({ stack }) => {
  const vpc = new ec2.Vpc(stack, 'Network', { maxAzs: 2 });
  const cluster = new ecs.Cluster(stack, 'Instances', { vpc });
  const group = cluster.addCapacity('Group', { instanceType: new ec2.InstanceType('t3.large'), minCapacity: 2 });
  group.addUserData('yum install -y amazon-efs-utils');
  group.node.addDependency(vpc.selectSubnets().internetConnectivityEstablished);
};
