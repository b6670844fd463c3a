import * as ecs from 'aws-cdk-lib/aws-ecs';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, vpc }) => {
  new ecs.Cluster(stack, 'Observed', { vpc, containerInsightsV2: ecs.ContainerInsights.DISABLED });
};

export const plain: Fix = ({ stack, vpc }) => {
  new ecs.Cluster(stack, 'Observed', { vpc, containerInsightsV2: ecs.ContainerInsights.ENHANCED });
};
