import * as ecs from 'aws-cdk-lib/aws-ecs';
import { Duration } from 'aws-cdk-lib/core';
import { Deployment, DeploymentHook, FargateWebService, Ingress, TestTraffic } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, cluster, taskDefinition }) => {
  const service = new ecs.FargateService(stack, 'Service', {
    cluster,
    taskDefinition,
    deploymentStrategy: ecs.DeploymentStrategy.BLUE_GREEN,
    bakeTime: Duration.minutes(10),
  });
  const resource = service.node.findChild('Service') as ecs.CfnService;
  resource.addPropertyOverride('DeploymentConfiguration.LifecycleHooks', [{
    TargetType: 'PAUSE',
    LifecycleStages: ['PRODUCTION_TRAFFIC_SHIFT'],
    TimeoutConfiguration: { TimeoutInMinutes: 60, Action: 'ROLLBACK' },
  }]);
};

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

export const guarded: Fix = ({ stack, cluster, image }) => {
  new FargateWebService(stack, 'Web', {
    cluster,
    image,
    containerPort: 80,
    ingress: Ingress.publicHttp(),
    deployment: Deployment.blueGreen({
      testTraffic: TestTraffic.withHeader('X-Preview', ['green']),
      hooks: [DeploymentHook.pause({
        stages: [ecs.DeploymentLifecycleStage.POST_TEST_TRAFFIC_SHIFT],
        timeout: Duration.minutes(60),
      })],
    }),
  });
};
