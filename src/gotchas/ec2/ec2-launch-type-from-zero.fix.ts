import type { CfnAutoScalingGroup } from 'aws-cdk-lib/aws-autoscaling';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, cluster, autoScalingGroup, ec2TaskDefinition }) => {
  const provider = new ecs.AsgCapacityProvider(stack, 'Provider', { autoScalingGroup });
  cluster.addAsgCapacityProvider(provider);
  (autoScalingGroup.node.defaultChild as CfnAutoScalingGroup).minSize = '0';
  new ecs.Ec2Service(stack, 'Service', { cluster, taskDefinition: ec2TaskDefinition, minHealthyPercent: 100 });
};

export const plain: Fix = ({ stack, cluster, autoScalingGroup, ec2TaskDefinition }) => {
  const provider = new ecs.AsgCapacityProvider(stack, 'Provider', { autoScalingGroup });
  cluster.addAsgCapacityProvider(provider);
  (autoScalingGroup.node.defaultChild as CfnAutoScalingGroup).minSize = '0';
  new ecs.Ec2Service(stack, 'Service', {
    cluster,
    taskDefinition: ec2TaskDefinition,
    minHealthyPercent: 100,
    capacityProviderStrategies: [{ capacityProvider: provider.capacityProviderName, weight: 1 }],
  });
};
