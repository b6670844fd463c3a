import * as ecs from 'aws-cdk-lib/aws-ecs';
import { FargateSize, FargateWorkerService } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, image }) => {
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task', { cpu: 1024, memoryLimitMiB: 8192 });
  taskDefinition.addContainer('app', { image, memoryLimitMiB: 2048 });
};

export const plain: Fix = ({ stack, image }) => {
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task', { cpu: 1024, memoryLimitMiB: 2048 });
  taskDefinition.addContainer('app', { image, memoryLimitMiB: 2048 });
};

export const guarded: Fix = ({ stack, cluster, image }) => {
  new FargateWorkerService(stack, 'Worker', {
    cluster,
    image,
    size: FargateSize.of(1024, 2048),
    memoryLimitMiB: 2048,
  });
};
