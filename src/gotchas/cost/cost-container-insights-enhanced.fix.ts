import * as ecs from 'aws-cdk-lib/aws-ecs';
import { FargateWorkerService } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, vpc }) => {
  new ecs.Cluster(stack, 'Development', { vpc, containerInsightsV2: ecs.ContainerInsights.ENHANCED });
};

export const plain: Fix = ({ stack, vpc }) => {
  new ecs.Cluster(stack, 'Development', { vpc, containerInsightsV2: ecs.ContainerInsights.ENABLED });
};

export const guarded: Fix = ({ stack, vpc, image }) => {
  const cluster = new ecs.Cluster(stack, 'Development', { vpc, containerInsightsV2: ecs.ContainerInsights.ENABLED });
  new FargateWorkerService(stack, 'Worker', { cluster, image });
};
