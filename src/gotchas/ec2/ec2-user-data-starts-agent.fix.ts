import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import { Ec2Capacity } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, cluster, autoScalingGroup }) => {
  autoScalingGroup.addUserData('systemctl restart ecs');
  cluster.addAsgCapacityProvider(new ecs.AsgCapacityProvider(stack, 'Provider', { autoScalingGroup }));
};

export const plain: Fix = ({ stack, cluster, autoScalingGroup }) => {
  autoScalingGroup.addUserData('systemctl restart --no-block ecs');
  cluster.addAsgCapacityProvider(new ecs.AsgCapacityProvider(stack, 'Provider', { autoScalingGroup }));
};

export const guarded: Fix = ({ stack, cluster }) => {
  new Ec2Capacity(stack, 'Capacity', { cluster, instanceType: new ec2.InstanceType('m7i.large') });
};
