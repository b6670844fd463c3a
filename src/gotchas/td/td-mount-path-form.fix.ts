import * as ecs from 'aws-cdk-lib/aws-ecs';
import { FargateWorkerService, ScratchVolume } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, image }) => {
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task', { volumes: [{ name: 'cache' }] });
  taskDefinition.addContainer('app', { image }).addMountPoints(
    { sourceVolume: 'cache', containerPath: 'cache', readOnly: false },
  );
};

export const plain: Fix = ({ stack, image }) => {
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task', { volumes: [{ name: 'cache' }] });
  taskDefinition.addContainer('app', { image }).addMountPoints(
    { sourceVolume: 'cache', containerPath: '/var/cache', readOnly: false },
  );
};

export const guarded: Fix = ({ stack, cluster, image }) => {
  const task = new FargateWorkerService(stack, 'Worker', { cluster, image });
  new ScratchVolume(stack, 'Cache', { task, containerPath: '/var/cache' });
};
