import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import { Ec2WorkerService } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, ec2Cluster, image, logging }) => {
  const taskDefinition = new ecs.Ec2TaskDefinition(stack, 'ShopTask', { networkMode: ecs.NetworkMode.AWS_VPC });
  taskDefinition.addContainer('app', { image, logging, memoryLimitMiB: 256 });
  const service = new ecs.Ec2Service(stack, 'Shop', {
    cluster: ec2Cluster,
    taskDefinition,
    minHealthyPercent: 100,
    circuitBreaker: { rollback: true },
    vpcSubnets: { subnetType: ec2.SubnetType.PRIVATE_WITH_EGRESS },
  });
  (service.node.findChild('Service') as ecs.CfnService)
    .addPropertyOverride('NetworkConfiguration.AwsvpcConfiguration.AssignPublicIp', 'ENABLED');
};

export const plain: Fix = ({ stack, ec2Cluster, image, logging }) => {
  const taskDefinition = new ecs.Ec2TaskDefinition(stack, 'ShopTask', { networkMode: ecs.NetworkMode.AWS_VPC });
  taskDefinition.addContainer('app', { image, logging, memoryLimitMiB: 256 });
  new ecs.Ec2Service(stack, 'Shop', {
    cluster: ec2Cluster,
    taskDefinition,
    minHealthyPercent: 100,
    circuitBreaker: { rollback: true },
    vpcSubnets: { subnetType: ec2.SubnetType.PRIVATE_WITH_EGRESS },
  });
};

export const guarded: Fix = ({ stack, ec2Cluster, image }) => {
  new Ec2WorkerService(stack, 'Worker', {
    cluster: ec2Cluster,
    image,
    memoryLimitMiB: 256,
    vpcSubnets: { subnetType: ec2.SubnetType.PRIVATE_WITH_EGRESS },
  });
};
