import type * as autoscaling from 'aws-cdk-lib/aws-autoscaling';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as cdk from 'aws-cdk-lib/core';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, cluster, autoScalingGroup }) => {
  cluster.addAsgCapacityProvider(new ecs.AsgCapacityProvider(stack, 'Provider', { autoScalingGroup }));
  const launch = autoScalingGroup.node.findChild('LaunchConfig') as autoscaling.CfnLaunchConfiguration;
  const script = '#!/bin/bash\necho ECS_CLUSTER=${Name} >> /etc/ecs/ecs.config';
  launch.userData = cdk.Fn.sub(script, { Name: cluster.clusterName });
};

export const plain: Fix = ({ stack, cluster, autoScalingGroup }) => {
  cluster.addAsgCapacityProvider(new ecs.AsgCapacityProvider(stack, 'Provider', { autoScalingGroup }));
  const launch = autoScalingGroup.node.findChild('LaunchConfig') as autoscaling.CfnLaunchConfiguration;
  const script = '#!/bin/bash\necho ECS_CLUSTER=${Name} >> /etc/ecs/ecs.config';
  launch.userData = cdk.Fn.base64(cdk.Fn.sub(script, { Name: cluster.clusterName }));
};
