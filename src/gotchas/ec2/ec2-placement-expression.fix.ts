import * as ecs from 'aws-cdk-lib/aws-ecs';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, ec2Cluster, ec2TaskDefinition }) => {
  new ecs.Ec2Service(stack, 'Worker', {
    cluster: ec2Cluster,
    taskDefinition: ec2TaskDefinition,
    placementConstraints: [ecs.PlacementConstraint.memberOf('attribute:ecs.instance-type = m6i.large')],
  });
};

export const plain: Fix = ({ stack, ec2Cluster, ec2TaskDefinition }) => {
  new ecs.Ec2Service(stack, 'Worker', {
    cluster: ec2Cluster,
    taskDefinition: ec2TaskDefinition,
    placementConstraints: [ecs.PlacementConstraint.memberOf('attribute:ecs.instance-type == m6i.large')],
  });
};
