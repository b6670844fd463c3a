import * as ecs from 'aws-cdk-lib/aws-ecs';
import { FargateWorkerService } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, cluster, image }) => {
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task', { family: 'shop' });
  taskDefinition.addContainer('app', { image });
  const service = new ecs.FargateService(stack, 'Service', {
    cluster,
    taskDefinition,
    circuitBreaker: { rollback: true },
  });
  (service.node.findChild('Service') as ecs.CfnService).taskDefinition = 'shop';
};

export const plain: Fix = ({ stack, cluster, image }) => {
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task', { family: 'shop' });
  taskDefinition.addContainer('app', { image });
  new ecs.FargateService(stack, 'Service', { cluster, taskDefinition, circuitBreaker: { rollback: true } });
};

export const guarded: Fix = ({ stack, cluster, image }) => {
  new FargateWorkerService(stack, 'Worker', { cluster, image, family: 'shop' });
};
