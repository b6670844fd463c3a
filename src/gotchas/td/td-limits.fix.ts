import * as ecs from 'aws-cdk-lib/aws-ecs';
import { FargateWorkerService } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, image }) => {
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task', { family: 'shop.web' });
  taskDefinition.addContainer('app', { image, portMappings: [{ name: 'http', containerPort: 80 }] });
};

export const plain: Fix = ({ stack, image }) => {
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task', { family: 'shop-web' });
  taskDefinition.addContainer('app', { image, portMappings: [{ name: 'http', containerPort: 80 }] });
};

export const guarded: Fix = ({ stack, cluster, image }) => {
  new FargateWorkerService(stack, 'Worker', { cluster, image, family: 'shop-worker', containerName: 'app' });
};

export const refused: Fix = ({ stack, cluster, image }) => {
  new FargateWorkerService(stack, 'Worker', {
    cluster,
    image,
    sidecars: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((number) => ({ containerName: `worker-${number}`, image })),
  });
};
