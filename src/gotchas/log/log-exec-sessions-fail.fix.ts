import * as ecs from 'aws-cdk-lib/aws-ecs';
import { FargateWorkerService } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, vpc, logGroup, taskDefinition }) => {
  const cluster = new ecs.Cluster(stack, 'Shop', {
    vpc,
    containerInsightsV2: ecs.ContainerInsights.ENABLED,
    executeCommandConfiguration: {
      logging: ecs.ExecuteCommandLogging.OVERRIDE,
      logConfiguration: { cloudWatchLogGroup: logGroup, cloudWatchEncryptionEnabled: true },
    },
  });
  new ecs.FargateService(stack, 'Orders', {
    cluster, taskDefinition, minHealthyPercent: 100, enableExecuteCommand: true,
  });
};

export const plain: Fix = ({ stack, vpc, logGroup, taskDefinition }) => {
  const cluster = new ecs.Cluster(stack, 'Shop', {
    vpc,
    containerInsightsV2: ecs.ContainerInsights.ENABLED,
    executeCommandConfiguration: {
      logging: ecs.ExecuteCommandLogging.OVERRIDE,
      logConfiguration: { cloudWatchLogGroup: logGroup },
    },
  });
  new ecs.FargateService(stack, 'Orders', {
    cluster, taskDefinition, minHealthyPercent: 100, enableExecuteCommand: true,
  });
};

export const guarded: Fix = ({ stack, cluster, image }) => {
  new FargateWorkerService(stack, 'Orders', { cluster, image, enableExecuteCommand: true });
};
