import * as ecs from 'aws-cdk-lib/aws-ecs';
import { FargateWorkerService, ServiceConnectDiscovery } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, cluster, service, image, logging }) => {
  service.enableServiceConnect({ namespace: 'shop.local', services: [{ portMappingName: 'http', dnsName: 'orders' }] });
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'ShopTask');
  taskDefinition.addContainer('app', { image, logging, environment: { ORDERS_URL: 'http://orders:80' } });
  new ecs.FargateService(stack, 'Shop', { cluster, taskDefinition, minHealthyPercent: 100 });
};

export const plain: Fix = ({ stack, cluster, service, image, logging }) => {
  service.enableServiceConnect({ namespace: 'shop.local', services: [{ portMappingName: 'http', dnsName: 'orders' }] });
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'ShopTask');
  taskDefinition.addContainer('app', { image, logging, environment: { ORDERS_URL: 'http://orders:80' } });
  const shop = new ecs.FargateService(stack, 'Shop', { cluster, taskDefinition, minHealthyPercent: 100 });
  shop.enableServiceConnect({ namespace: 'shop.local' });
  shop.node.addDependency(service);
};

export const guarded: Fix = ({ stack, cluster, image, namespace }) => {
  const orders = new FargateWorkerService(stack, 'Orders', { cluster, image, containerPorts: [80] });
  new ServiceConnectDiscovery(stack, 'OrdersDiscovery', { service: orders, namespace, endpoints: [{ name: 'orders' }] });
  const shop = new FargateWorkerService(stack, 'Shop', { cluster, image });
  new ServiceConnectDiscovery(stack, 'ShopDiscovery', { service: shop, namespace });
  shop.connectTo(orders);
};
