import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import { Ec2Capacity } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, cluster, autoScalingGroup }) => {
  for (const id of ['Web', 'Batch']) {
    cluster.addAsgCapacityProvider(new ecs.AsgCapacityProvider(stack, id, { autoScalingGroup }));
  }
};

export const plain: Fix = ({ stack, cluster, autoScalingGroup }) => {
  const provider = new ecs.AsgCapacityProvider(stack, 'Provider', { autoScalingGroup, targetCapacityPercent: 90 });
  cluster.addAsgCapacityProvider(provider);
};

export const guarded: Fix = ({ stack, cluster }) => {
  new Ec2Capacity(stack, 'Capacity', { cluster, instanceType: new ec2.InstanceType('t3.large') });
};
