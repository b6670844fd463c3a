import * as ecs from 'aws-cdk-lib/aws-ecs';
import { FargateWorkerService } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, cluster, image }) => {
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task');
  taskDefinition.addContainer('app', { image, readonlyRootFilesystem: true });
  new ecs.FargateService(stack, 'Service', { cluster, taskDefinition, circuitBreaker: { rollback: true } });
};

export const plain: Fix = ({ stack, cluster, image }) => {
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task', {
    volumes: [{ name: 'cache' }, { name: 'run' }],
  });
  const app = taskDefinition.addContainer('app', { image, readonlyRootFilesystem: true });
  app.addMountPoints(
    { sourceVolume: 'cache', containerPath: '/var/cache/nginx', readOnly: false },
    { sourceVolume: 'run', containerPath: '/var/run', readOnly: false },
  );
  new ecs.FargateService(stack, 'Service', { cluster, taskDefinition, circuitBreaker: { rollback: true } });
};

export const guarded: Fix = ({ stack, cluster, image }) => {
  const worker = new FargateWorkerService(stack, 'Worker', { cluster, image, readonlyRootFilesystem: true });
  worker.taskDefinition.addVolume({ name: 'cache' });
  worker.taskDefinition.addVolume({ name: 'run' });
  worker.mainContainer.addMountPoints(
    { sourceVolume: 'cache', containerPath: '/var/cache/nginx', readOnly: false },
    { sourceVolume: 'run', containerPath: '/var/run', readOnly: false },
  );
};
