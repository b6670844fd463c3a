import * as ecs from 'aws-cdk-lib/aws-ecs';
import { FargateWorkerService, ServiceConnectDiscovery } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, cluster, taskDefinition }) => {
  const deployment = { minHealthyPercent: 100, circuitBreaker: { rollback: true } };
  new ecs.FargateService(stack, 'Orders', {
    ...deployment,
    cluster,
    taskDefinition,
    serviceConnectConfiguration: {
      namespace: 'shop.local',
      services: [{ portMappingName: 'http', dnsName: 'orders' }],
    },
  });
  new ecs.FargateService(stack, 'Shop', {
    ...deployment,
    cluster,
    taskDefinition,
    serviceConnectConfiguration: { namespace: 'shop.local' },
  });
};

export const plain: Fix = ({ stack, cluster, taskDefinition }) => {
  const deployment = { minHealthyPercent: 100, circuitBreaker: { rollback: true } };
  const orders = new ecs.FargateService(stack, 'Orders', {
    ...deployment,
    cluster,
    taskDefinition,
    serviceConnectConfiguration: {
      namespace: 'shop.local',
      services: [{ portMappingName: 'http', dnsName: 'orders' }],
    },
  });
  const shop = new ecs.FargateService(stack, 'Shop', {
    ...deployment,
    cluster,
    taskDefinition,
    serviceConnectConfiguration: { namespace: 'shop.local' },
  });
  shop.node.addDependency(orders);
};

export const guarded: Fix = ({ stack, cluster, image, namespace }) => {
  const orders = new FargateWorkerService(stack, 'Orders', { cluster, image, containerPorts: [80] });
  new ServiceConnectDiscovery(stack, 'OrdersDiscovery', {
    service: orders,
    namespace,
    endpoints: [{ name: 'orders' }],
  });
  const shop = new FargateWorkerService(stack, 'Shop', { cluster, image });
  new ServiceConnectDiscovery(stack, 'ShopDiscovery', { service: shop, namespace });
  shop.connectTo(orders);
};
