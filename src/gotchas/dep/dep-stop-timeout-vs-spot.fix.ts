import * as ecs from 'aws-cdk-lib/aws-ecs';
import { Duration } from 'aws-cdk-lib/core';
import { FargateWebService, Ingress } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, cluster, image, loadBalancer }) => {
  cluster.enableFargateCapacityProviders();
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task');
  taskDefinition.addContainer('app', { image, portMappings: [{ containerPort: 80 }] });
  const service = new ecs.FargateService(stack, 'Service', {
    cluster,
    taskDefinition,
    circuitBreaker: { rollback: true },
    capacityProviderStrategies: [
      { capacityProvider: 'FARGATE', base: 2, weight: 1 },
      { capacityProvider: 'FARGATE_SPOT', weight: 3 },
    ],
  });
  const listener = loadBalancer.addListener('Http', { port: 80 });
  listener.addTargets('Web', { port: 80, targets: [service], deregistrationDelay: Duration.seconds(30) });
};

export const plain: Fix = ({ stack, cluster, image, loadBalancer }) => {
  cluster.enableFargateCapacityProviders();
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task');
  taskDefinition.addContainer('app', { image, portMappings: [{ containerPort: 80 }], stopTimeout: Duration.minutes(2) });
  const service = new ecs.FargateService(stack, 'Service', {
    cluster,
    taskDefinition,
    circuitBreaker: { rollback: true },
    capacityProviderStrategies: [
      { capacityProvider: 'FARGATE', base: 2, weight: 1 },
      { capacityProvider: 'FARGATE_SPOT', weight: 3 },
    ],
  });
  const listener = loadBalancer.addListener('Http', { port: 80 });
  listener.addTargets('Web', { port: 80, targets: [service], deregistrationDelay: Duration.seconds(30) });
};

export const guarded: Fix = ({ stack, cluster, image }) => {
  new FargateWebService(stack, 'Web', {
    cluster,
    image,
    containerPort: 80,
    ingress: Ingress.publicHttp(),
    stopTimeout: Duration.minutes(2),
    deregistrationDelay: Duration.seconds(30),
  });
};
