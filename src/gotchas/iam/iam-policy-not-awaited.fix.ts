import * as ecs from 'aws-cdk-lib/aws-ecs';
import { FargateWorkerService } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ cluster, stack, taskDefinition, secret }) => {
  taskDefinition.defaultContainer!.addSecret('DB_PASSWORD', ecs.Secret.fromSecretsManager(secret, 'password'));
  new ecs.FargateService(stack, 'Orders', {
    cluster,
    taskDefinition,
    minHealthyPercent: 100,
    circuitBreaker: { rollback: true },
  });
};

export const plain: Fix = ({ cluster, stack, taskDefinition }) => {
  const service = new ecs.FargateService(stack, 'Orders', { cluster, taskDefinition, minHealthyPercent: 100 });
  service.node.addDependency(taskDefinition.obtainExecutionRole());
};

export const guarded: Fix = ({ stack, cluster, image }) => {
  new FargateWorkerService(stack, 'Orders', { cluster, image });
};
