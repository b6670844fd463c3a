import * as ecs from 'aws-cdk-lib/aws-ecs';
import type { Fix } from '../given.fix';

export const plain: Fix = ({ stack, image }) => {
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task', { volumes: [{ name: 'scratch' }] });
  const app = taskDefinition.addContainer('app', { image });
  app.addMountPoints({ sourceVolume: 'scratch', containerPath: '/scratch', readOnly: false });
};
