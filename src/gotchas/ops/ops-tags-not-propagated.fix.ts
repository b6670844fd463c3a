import * as ecs from 'aws-cdk-lib/aws-ecs';
import { Tags } from 'aws-cdk-lib/core';
import { FargateWorkerService } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, cluster, taskDefinition }) => {
  const service = new ecs.FargateService(stack, 'Service', {
    cluster,
    taskDefinition,
    minHealthyPercent: 100,
    circuitBreaker: { rollback: true },
  });
  Tags.of(service).add('cost-center', 'shop');
};

export const plain: Fix = ({ stack, cluster, taskDefinition }) => {
  const service = new ecs.FargateService(stack, 'Service', {
    cluster,
    taskDefinition,
    minHealthyPercent: 100,
    circuitBreaker: { rollback: true },
    propagateTags: ecs.PropagatedTagSource.SERVICE,
  });
  Tags.of(service).add('cost-center', 'shop');
};

export const guarded: Fix = ({ stack, cluster, image }) => {
  const worker = new FargateWorkerService(stack, 'Worker', { cluster, image });
  Tags.of(worker).add('cost-center', 'shop');
};
