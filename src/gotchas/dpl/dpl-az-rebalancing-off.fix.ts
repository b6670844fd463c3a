import * as ecs from 'aws-cdk-lib/aws-ecs';
import { Deployment, FargateWorkerService } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, cluster, taskDefinition }) => {
  new ecs.FargateService(stack, 'Service', {
    cluster,
    taskDefinition,
    minHealthyPercent: 100,
    maxHealthyPercent: 200,
    availabilityZoneRebalancing: ecs.AvailabilityZoneRebalancing.DISABLED,
    circuitBreaker: { rollback: true },
  });
};

export const plain: Fix = ({ stack, cluster, taskDefinition }) => {
  new ecs.FargateService(stack, 'Service', {
    cluster,
    taskDefinition,
    minHealthyPercent: 100,
    maxHealthyPercent: 200,
    availabilityZoneRebalancing: ecs.AvailabilityZoneRebalancing.ENABLED,
    circuitBreaker: { rollback: true },
  });
};

export const guarded: Fix = ({ stack, cluster, image }) => {
  new FargateWorkerService(stack, 'Worker', {
    cluster,
    image,
    deployment: Deployment.rolling({ maxHealthyPercent: 200 }),
  });
};
