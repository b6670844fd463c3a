import * as ecs from 'aws-cdk-lib/aws-ecs';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, image, logging }) => {
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task');
  taskDefinition.addContainer('app', { image, logging, versionConsistency: ecs.VersionConsistency.DISABLED });
};

export const plain: Fix = ({ stack, image, logging }) => {
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task');
  taskDefinition.addContainer('app', { image, logging });
};
