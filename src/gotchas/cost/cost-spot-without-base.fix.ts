import * as ecs from 'aws-cdk-lib/aws-ecs';
import { FargateMix, FargateWebService, Ingress } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, cluster, taskDefinition, loadBalancer }) => {
  cluster.enableFargateCapacityProviders();
  const service = new ecs.FargateService(stack, 'Service', {
    cluster,
    taskDefinition,
    desiredCount: 6,
    circuitBreaker: { rollback: true },
    capacityProviderStrategies: [{ capacityProvider: 'FARGATE_SPOT', weight: 1 }],
  });
  loadBalancer.addListener('Http', { port: 80 }).addTargets('Web', { port: 80, targets: [service] });
};

export const plain: Fix = ({ stack, cluster, taskDefinition, loadBalancer }) => {
  cluster.enableFargateCapacityProviders();
  const service = new ecs.FargateService(stack, 'Service', {
    cluster,
    taskDefinition,
    desiredCount: 6,
    circuitBreaker: { rollback: true },
    capacityProviderStrategies: [
      { capacityProvider: 'FARGATE', base: 2, weight: 1 },
      { capacityProvider: 'FARGATE_SPOT', weight: 3 },
    ],
  });
  loadBalancer.addListener('Http', { port: 80 }).addTargets('Web', { port: 80, targets: [service] });
};

export const guarded: Fix = ({ stack, cluster, image }) => {
  new FargateWebService(stack, 'Web', {
    cluster,
    image,
    containerPort: 80,
    ingress: Ingress.publicHttp(),
    capacity: FargateMix.withSpot({ onDemandBase: 2 }),
    desiredCount: 6,
  });
};
