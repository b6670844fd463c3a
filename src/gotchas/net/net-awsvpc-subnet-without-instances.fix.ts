import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import { Ec2Capacity, Ec2WorkerService } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, vpc, image, logging }) => {
  const [here, there] = vpc.privateSubnets;
  const cluster = new ecs.Cluster(stack, 'Instances', { vpc });
  cluster.addCapacity('Capacity', { instanceType: new ec2.InstanceType('m7i.large'), vpcSubnets: { subnets: [here] } });

  const taskDefinition = new ecs.Ec2TaskDefinition(stack, 'ShopTask', { networkMode: ecs.NetworkMode.AWS_VPC });
  taskDefinition.addContainer('app', { image, logging, memoryLimitMiB: 256 });
  new ecs.Ec2Service(stack, 'Shop', {
    cluster,
    taskDefinition,
    vpcSubnets: { subnets: [there] },
    minHealthyPercent: 100,
    circuitBreaker: { rollback: true },
  });
};

export const plain: Fix = ({ stack, vpc, image, logging }) => {
  const vpcSubnets = { subnetType: ec2.SubnetType.PRIVATE_WITH_EGRESS };
  const cluster = new ecs.Cluster(stack, 'Instances', { vpc });
  cluster.addCapacity('Capacity', { instanceType: new ec2.InstanceType('m7i.large'), vpcSubnets });

  const taskDefinition = new ecs.Ec2TaskDefinition(stack, 'ShopTask', { networkMode: ecs.NetworkMode.AWS_VPC });
  taskDefinition.addContainer('app', { image, logging, memoryLimitMiB: 256 });
  new ecs.Ec2Service(stack, 'Shop', {
    cluster,
    taskDefinition,
    vpcSubnets,
    minHealthyPercent: 100,
    circuitBreaker: { rollback: true },
  });
};

export const guarded: Fix = ({ stack, ec2Cluster, image }) => {
  const vpcSubnets = { subnetType: ec2.SubnetType.PRIVATE_WITH_EGRESS };
  const capacity = new Ec2Capacity(stack, 'Instances', {
    cluster: ec2Cluster,
    instanceType: new ec2.InstanceType('m7i.large'),
    vpcSubnets,
  });
  new Ec2WorkerService(stack, 'Shop', { cluster: ec2Cluster, capacity, vpcSubnets, image, memoryLimitMiB: 256 });
};
