import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import { Ec2Capacity, Ec2WorkerService } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, cluster, taskDefinition }) => {
  new ecs.FargateService(stack, 'Service', {
    cluster,
    taskDefinition,
    capacityProviderStrategies: [{ capacityProvider: 'FARGATE_SPOT', weight: 1 }],
    circuitBreaker: { rollback: true },
  });
};

export const plain: Fix = ({ stack, cluster, taskDefinition }) => {
  cluster.enableFargateCapacityProviders();
  const service = new ecs.FargateService(stack, 'Service', {
    cluster,
    taskDefinition,
    capacityProviderStrategies: [{ capacityProvider: 'FARGATE_SPOT', weight: 1 }],
    circuitBreaker: { rollback: true },
  });
  // The association is in the scope of the cluster.
  service.node.addDependency(cluster);
};

export const guarded: Fix = ({ stack, cluster, image }) => {
  const capacity = new Ec2Capacity(stack, 'Capacity', { cluster, instanceType: new ec2.InstanceType('t3.large') });
  new Ec2WorkerService(stack, 'Worker', { cluster, capacity, image, memoryLimitMiB: 512 });
};
