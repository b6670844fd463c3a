import * as ecs from 'aws-cdk-lib/aws-ecs';
import { Duration } from 'aws-cdk-lib/core';
import type { Fix } from '../given.fix';

export const plain: Fix = ({ stack, cluster, taskDefinition }) => {
  const service = new ecs.FargateService(stack, 'Service', {
    cluster,
    taskDefinition,
    deploymentStrategy: ecs.DeploymentStrategy.BLUE_GREEN,
    bakeTime: Duration.minutes(10),
  });
  const resource = service.node.findChild('Service') as ecs.CfnService;
  resource.addPropertyOverride('DeploymentConfiguration.LifecycleHooks', [{
    TargetType: 'PAUSE',
    LifecycleStages: ['POST_SCALE_UP'],
    TimeoutConfiguration: { TimeoutInMinutes: 60, Action: 'ROLLBACK' },
  }]);
};
