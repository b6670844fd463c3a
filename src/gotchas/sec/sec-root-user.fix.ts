import * as ecs from 'aws-cdk-lib/aws-ecs';
import { FargateWorkerService } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, image, logging }) => {
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'ShopTask', { cpu: 256, memoryLimitMiB: 512 });
  taskDefinition.addContainer('app', { image, logging, user: 'root' });
};

export const plain: Fix = ({ stack, image, logging }) => {
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'ShopTask', { cpu: 256, memoryLimitMiB: 512 });
  taskDefinition.addContainer('app', { image, logging, user: '10001:10001' });
};

export const guarded: Fix = ({ stack, cluster, image }) => {
  new FargateWorkerService(stack, 'Worker', { cluster, image, user: '10001:10001' });
};
