import * as ecs from 'aws-cdk-lib/aws-ecs';
import type { Fix } from '../given.fix';

export const plain: Fix = ({ stack, vpc }) => {
  new ecs.Cluster(stack, 'Development', { vpc, containerInsightsV2: ecs.ContainerInsights.ENABLED });
};
