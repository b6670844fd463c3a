import * as ecs from 'aws-cdk-lib/aws-ecs';
import { FargateWorkerService } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, cluster, taskDefinition }) => {
  new ecs.FargateService(stack, 'Service', {
    cluster,
    taskDefinition,
    minHealthyPercent: 100,
    circuitBreaker: { rollback: true },
    platformVersion: ecs.FargatePlatformVersion.VERSION1_3,
  });
};

export const plain: Fix = ({ stack, cluster, taskDefinition }) => {
  new ecs.FargateService(stack, 'Service', {
    cluster,
    taskDefinition,
    minHealthyPercent: 100,
    circuitBreaker: { rollback: true },
    platformVersion: ecs.FargatePlatformVersion.LATEST,
  });
};

export const guarded: Fix = ({ stack, cluster, image }) => {
  new FargateWorkerService(stack, 'Worker', {
    cluster,
    image,
    platformVersion: ecs.FargatePlatformVersion.VERSION1_4,
  });
};

export const refused: Fix = ({ stack, cluster, image }) => {
  new FargateWorkerService(stack, 'Worker', {
    cluster,
    image,
    platformVersion: ecs.FargatePlatformVersion.VERSION1_3,
  });
};
