import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import { Ec2Capacity } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ cluster }) => {
  cluster.addCapacity('Instances', {
    instanceType: new ec2.InstanceType('m6i.large'),
    machineImage: new ecs.BottleRocketImage(),
    machineImageType: ecs.MachineImageType.AMAZON_LINUX_2,
  });
};

export const plain: Fix = ({ cluster }) => {
  cluster.addCapacity('Instances', {
    instanceType: new ec2.InstanceType('m6i.large'),
    machineImage: new ecs.BottleRocketImage(),
    machineImageType: ecs.MachineImageType.BOTTLEROCKET,
  });
};

export const guarded: Fix = ({ stack, cluster }) => {
  new Ec2Capacity(stack, 'Capacity', { cluster, instanceType: new ec2.InstanceType('m6i.large') });
};
