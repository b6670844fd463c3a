import * as ecs from 'aws-cdk-lib/aws-ecs';
import { Duration } from 'aws-cdk-lib/core';
import { FargateWorkerService, ServiceConnectDiscovery, ServiceConnectProtocol } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, cluster, taskDefinition }) => {
  new ecs.FargateService(stack, 'Service', {
    cluster,
    taskDefinition,
    minHealthyPercent: 100,
    circuitBreaker: { rollback: true },
    serviceConnectConfiguration: {
      namespace: 'shop.local',
      services: [{ portMappingName: 'http', perRequestTimeout: Duration.minutes(5), idleTimeout: Duration.minutes(1) }],
    },
  });
};

export const plain: Fix = ({ stack, cluster, taskDefinition }) => {
  new ecs.FargateService(stack, 'Service', {
    cluster,
    taskDefinition,
    minHealthyPercent: 100,
    circuitBreaker: { rollback: true },
    serviceConnectConfiguration: {
      namespace: 'shop.local',
      services: [{ portMappingName: 'http', perRequestTimeout: Duration.seconds(60), idleTimeout: Duration.minutes(5) }],
    },
  });
};

export const guarded: Fix = ({ stack, cluster, image, namespace }) => {
  const orders = new FargateWorkerService(stack, 'Orders', { cluster, image, containerPorts: [80] });
  new ServiceConnectDiscovery(stack, 'Discovery', {
    service: orders,
    namespace,
    endpoints: [{ name: 'orders', perRequestTimeout: Duration.seconds(60), idleTimeout: Duration.minutes(5) }],
  });
};

export const refused: Fix = ({ stack, cluster, image, namespace }) => {
  const orders = new FargateWorkerService(stack, 'Orders', { cluster, image, containerPorts: [80] });
  new ServiceConnectDiscovery(stack, 'Discovery', {
    service: orders,
    namespace,
    endpoints: [{ name: 'orders', appProtocol: ServiceConnectProtocol.TCP, perRequestTimeout: Duration.seconds(60) }],
  });
};
