import * as ecs from 'aws-cdk-lib/aws-ecs';
import { Ec2WorkerService } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ ec2TaskDefinition }) => {
  const resource = ec2TaskDefinition.node.defaultChild as ecs.CfnTaskDefinition;
  resource.placementConstraints = [{ type: 'distinctInstance' }];
};

export const plain: Fix = ({ stack, ec2Cluster, ec2TaskDefinition }) => {
  new ecs.Ec2Service(stack, 'Service', {
    cluster: ec2Cluster,
    taskDefinition: ec2TaskDefinition,
    placementConstraints: [ecs.PlacementConstraint.distinctInstances()],
    circuitBreaker: { rollback: true },
  });
};

export const guarded: Fix = ({ stack, ec2Cluster, image }) => {
  new Ec2WorkerService(stack, 'Worker', {
    cluster: ec2Cluster,
    image,
    memoryLimitMiB: 512,
    placementConstraints: [ecs.PlacementConstraint.distinctInstances()],
  });
};
