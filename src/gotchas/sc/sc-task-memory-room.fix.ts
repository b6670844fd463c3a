import * as ecs from 'aws-cdk-lib/aws-ecs';
import { FargateSize, FargateWorkerService, ServiceConnectDiscovery } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, cluster, image, logging }) => {
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'OrdersTask', { cpu: 512, memoryLimitMiB: 1024 });
  taskDefinition.addContainer('app', {
    image,
    logging,
    cpu: 256,
    memoryLimitMiB: 1024,
    portMappings: [{ name: 'http', containerPort: 80 }],
  });
  new ecs.FargateService(stack, 'Orders', {
    cluster,
    taskDefinition,
    minHealthyPercent: 100,
    circuitBreaker: { rollback: true },
    serviceConnectConfiguration: { namespace: 'shop.local', services: [{ portMappingName: 'http' }] },
  });
};

export const plain: Fix = ({ stack, cluster, image, logging }) => {
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'OrdersTask', { cpu: 512, memoryLimitMiB: 1024 });
  taskDefinition.addContainer('app', {
    image,
    logging,
    cpu: 256,
    memoryLimitMiB: 896,
    portMappings: [{ name: 'http', containerPort: 80 }],
  });
  new ecs.FargateService(stack, 'Orders', {
    cluster,
    taskDefinition,
    minHealthyPercent: 100,
    circuitBreaker: { rollback: true },
    serviceConnectConfiguration: { namespace: 'shop.local', services: [{ portMappingName: 'http' }] },
  });
};

export const guarded: Fix = ({ stack, cluster, image, namespace }) => {
  const orders = new FargateWorkerService(stack, 'Orders', {
    cluster,
    image,
    containerPorts: [80],
    size: FargateSize.of(512, 1024),
    cpu: 256,
    memoryLimitMiB: 896,
  });
  new ServiceConnectDiscovery(stack, 'Discovery', {
    service: orders,
    namespace,
    endpoints: [{ name: 'orders' }],
  });
};
