import * as ecs from 'aws-cdk-lib/aws-ecs';
import { FargateWorkerService } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, image }) => {
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task', { volumes: [{ name: 'scratch' }] });
  const app = taskDefinition.addContainer('app', { image });
  app.addMountPoints({ sourceVolume: 'scrach', containerPath: '/scratch', readOnly: false });
};

export const plain: Fix = ({ stack, image }) => {
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task', { volumes: [{ name: 'scratch' }] });
  const app = taskDefinition.addContainer('app', { image });
  app.addMountPoints({ sourceVolume: 'scratch', containerPath: '/scratch', readOnly: false });
};

export const guarded: Fix = ({ stack, cluster, image }) => {
  const worker = new FargateWorkerService(stack, 'Worker', { cluster, image });
  worker.taskDefinition.addVolume({ name: 'scratch' });
  worker.mainContainer.addMountPoints({ sourceVolume: 'scratch', containerPath: '/scratch', readOnly: false });
};
