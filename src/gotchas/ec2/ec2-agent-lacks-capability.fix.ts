import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import { Ec2Capacity, Ec2WorkerService } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, cluster, autoScalingGroup, image }) => {
  const taskDefinition = new ecs.Ec2TaskDefinition(stack, 'OrdersTask');
  const logging = ecs.LogDrivers.gelf({ address: 'udp://logs.example.com:12201' });
  taskDefinition.addContainer('app', { image, memoryLimitMiB: 256, logging });
  const provider = new ecs.AsgCapacityProvider(stack, 'Provider', { autoScalingGroup });
  cluster.addAsgCapacityProvider(provider);
  new ecs.Ec2Service(stack, 'Orders', {
    cluster, taskDefinition, capacityProviderStrategies: [{ capacityProvider: provider.capacityProviderName, weight: 1 }],
  });
};

export const plain: Fix = ({ stack, cluster, autoScalingGroup, image }) => {
  const taskDefinition = new ecs.Ec2TaskDefinition(stack, 'OrdersTask');
  const logging = ecs.LogDrivers.gelf({ address: 'udp://logs.example.com:12201' });
  taskDefinition.addContainer('app', { image, memoryLimitMiB: 256, logging });
  autoScalingGroup.addUserData('echo \'ECS_AVAILABLE_LOGGING_DRIVERS=["awslogs","gelf"]\' >> /etc/ecs/ecs.config');
  const provider = new ecs.AsgCapacityProvider(stack, 'Provider', { autoScalingGroup });
  cluster.addAsgCapacityProvider(provider);
  new ecs.Ec2Service(stack, 'Orders', {
    cluster, taskDefinition, capacityProviderStrategies: [{ capacityProvider: provider.capacityProviderName, weight: 1 }],
  });
};

export const guarded: Fix = ({ stack, cluster, image }) => {
  new Ec2Capacity(stack, 'Capacity', { cluster, instanceType: new ec2.InstanceType('m7i.large') });
  new Ec2WorkerService(stack, 'Worker', { cluster, image, memoryLimitMiB: 512 });
};
