import * as ecs from 'aws-cdk-lib/aws-ecs';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, image }) => {
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task');
  const app = taskDefinition.addContainer('app', { image });
  taskDefinition.addContainer('assets', { image, essential: false });
  app.addVolumesFrom({ sourceContainer: 'asset', readOnly: true });
};

export const plain: Fix = ({ stack, image }) => {
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task');
  const app = taskDefinition.addContainer('app', { image });
  const assets = taskDefinition.addContainer('assets', { image, essential: false });
  app.addVolumesFrom({ sourceContainer: assets.containerName, readOnly: true });
};
