import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import { FargateWorkerService } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, taskDefinition }) => {
  const vpc = new ec2.Vpc(stack, 'Network', { maxAzs: 1 });
  new ecs.FargateService(stack, 'Shop', {
    cluster: new ecs.Cluster(stack, 'ShopCluster', { vpc }),
    taskDefinition,
    minHealthyPercent: 100,
    circuitBreaker: { rollback: true },
    vpcSubnets: { subnetType: ec2.SubnetType.PRIVATE_WITH_EGRESS },
  });
};

export const plain: Fix = ({ stack, taskDefinition }) => {
  const vpc = new ec2.Vpc(stack, 'Network', { maxAzs: 2 });
  new ecs.FargateService(stack, 'Shop', {
    cluster: new ecs.Cluster(stack, 'ShopCluster', { vpc }),
    taskDefinition,
    minHealthyPercent: 100,
    circuitBreaker: { rollback: true },
    vpcSubnets: { subnetType: ec2.SubnetType.PRIVATE_WITH_EGRESS },
  });
};

export const guarded: Fix = ({ stack, image }) => {
  const vpc = new ec2.Vpc(stack, 'Network', { maxAzs: 2 });
  new FargateWorkerService(stack, 'Worker', { cluster: new ecs.Cluster(stack, 'ShopCluster', { vpc }), image });
};
