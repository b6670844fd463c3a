import * as ecs from 'aws-cdk-lib/aws-ecs';
import { FargateWorkerService } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ cluster, stack, taskDefinition, bucket }) => {
  bucket.grantRead(taskDefinition.obtainExecutionRole());
  new ecs.FargateService(stack, 'Orders', {
    cluster,
    taskDefinition,
    minHealthyPercent: 100,
    circuitBreaker: { rollback: true },
  });
};

export const plain: Fix = ({ cluster, stack, taskDefinition, bucket }) => {
  bucket.grantRead(taskDefinition.obtainExecutionRole());
  const service = new ecs.FargateService(stack, 'Orders', {
    cluster,
    taskDefinition,
    minHealthyPercent: 100,
    circuitBreaker: { rollback: true },
  });
  service.node.addDependency(taskDefinition.obtainExecutionRole());
};

export const guarded: Fix = ({ stack, cluster, image, bucket }) => {
  const orders = new FargateWorkerService(stack, 'Orders', { cluster, image });
  bucket.grantRead(orders.taskRoles.executionRole);
};
