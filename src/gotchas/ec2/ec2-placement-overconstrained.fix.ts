import * as ecs from 'aws-cdk-lib/aws-ecs';
import { Ec2WorkerService } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, ec2Cluster, ec2TaskDefinition }) => {
  new ecs.Ec2Service(stack, 'Service', {
    cluster: ec2Cluster,
    taskDefinition: ec2TaskDefinition,
    placementConstraints: Array.from({ length: 11 }, (_, type) =>
      ecs.PlacementConstraint.memberOf(`attribute:ecs.instance-type != t${type}.nano`)),
    circuitBreaker: { rollback: true },
  });
};

export const plain: Fix = ({ stack, ec2Cluster, ec2TaskDefinition }) => {
  new ecs.Ec2Service(stack, 'Service', {
    cluster: ec2Cluster,
    taskDefinition: ec2TaskDefinition,
    placementStrategies: [
      ecs.PlacementStrategy.spreadAcross(ecs.BuiltInAttributes.AVAILABILITY_ZONE),
      ecs.PlacementStrategy.packedByMemory(),
    ],
    circuitBreaker: { rollback: true },
  });
};

export const guarded: Fix = ({ stack, ec2Cluster, image }) => {
  new Ec2WorkerService(stack, 'Worker', {
    cluster: ec2Cluster,
    image,
    memoryLimitMiB: 512,
    placementStrategies: [
      ecs.PlacementStrategy.spreadAcross(ecs.BuiltInAttributes.AVAILABILITY_ZONE),
      ecs.PlacementStrategy.packedByMemory(),
    ],
  });
};
