import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import { CpuTargetScaling, Deployment, FargateWorkerService } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, taskDefinition }) => {
  const vpc = new ec2.Vpc(stack, 'Network', {
    maxAzs: 2,
    subnetConfiguration: [
      { name: 'public', subnetType: ec2.SubnetType.PUBLIC, cidrMask: 26 },
      { name: 'tasks', subnetType: ec2.SubnetType.PRIVATE_WITH_EGRESS, cidrMask: 27 },
    ],
  });
  const service = new ecs.FargateService(stack, 'Shop', {
    cluster: new ecs.Cluster(stack, 'ShopCluster', { vpc }),
    taskDefinition,
    minHealthyPercent: 100,
    maxHealthyPercent: 150,
    circuitBreaker: { rollback: true },
  });
  service.autoScaleTaskCount({ minCapacity: 10, maxCapacity: 400 }).scaleOnCpuUtilization('Cpu', {
    targetUtilizationPercent: 60,
  });
};

export const plain: Fix = ({ stack, taskDefinition }) => {
  const vpc = new ec2.Vpc(stack, 'Network', {
    maxAzs: 2,
    subnetConfiguration: [
      { name: 'public', subnetType: ec2.SubnetType.PUBLIC, cidrMask: 26 },
      { name: 'tasks', subnetType: ec2.SubnetType.PRIVATE_WITH_EGRESS, cidrMask: 20 },
    ],
  });
  const service = new ecs.FargateService(stack, 'Shop', {
    cluster: new ecs.Cluster(stack, 'ShopCluster', { vpc }),
    taskDefinition,
    minHealthyPercent: 100,
    maxHealthyPercent: 150,
    circuitBreaker: { rollback: true },
  });
  service.autoScaleTaskCount({ minCapacity: 10, maxCapacity: 400 }).scaleOnCpuUtilization('Cpu', {
    targetUtilizationPercent: 60,
  });
};

export const guarded: Fix = ({ stack, image }) => {
  const vpc = new ec2.Vpc(stack, 'Network', {
    maxAzs: 2,
    subnetConfiguration: [
      { name: 'public', subnetType: ec2.SubnetType.PUBLIC, cidrMask: 26 },
      { name: 'tasks', subnetType: ec2.SubnetType.PRIVATE_WITH_EGRESS, cidrMask: 20 },
    ],
  });
  const worker = new FargateWorkerService(stack, 'Worker', {
    cluster: new ecs.Cluster(stack, 'ShopCluster', { vpc }),
    image,
    deployment: Deployment.rolling({ maxHealthyPercent: 150 }),
  });
  new CpuTargetScaling(stack, 'CpuScaling', { service: worker, minCapacity: 10, maxCapacity: 400 });
};
