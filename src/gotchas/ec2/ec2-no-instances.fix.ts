import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import { Ec2Capacity, Ec2WorkerService } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, cluster, ec2TaskDefinition }) => {
  new ecs.CfnService(stack, 'Service', {
    cluster: cluster.clusterName,
    taskDefinition: ec2TaskDefinition.taskDefinitionArn,
    launchType: 'EC2',
    deploymentConfiguration: { deploymentCircuitBreaker: { enable: true, rollback: true } },
  });
};

export const plain: Fix = ({ stack, cluster, autoScalingGroup, ec2TaskDefinition }) => {
  cluster.addAsgCapacityProvider(new ecs.AsgCapacityProvider(stack, 'Provider', { autoScalingGroup }));
  new ecs.Ec2Service(stack, 'Service', {
    cluster,
    taskDefinition: ec2TaskDefinition,
    circuitBreaker: { rollback: true },
  });
};

export const guarded: Fix = ({ stack, cluster, image }) => {
  const capacity = new Ec2Capacity(stack, 'Capacity', { cluster, instanceType: new ec2.InstanceType('t3.large') });
  new Ec2WorkerService(stack, 'Worker', { cluster, capacity, image, memoryLimitMiB: 512 });
};
