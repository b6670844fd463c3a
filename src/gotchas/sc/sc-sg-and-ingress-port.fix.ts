import * as ec2 from 'aws-cdk-lib/aws-ec2';
import { FargateWorkerService, ServiceConnectDiscovery } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ service, web }) => {
  service.enableServiceConnect({
    namespace: 'shop.local',
    services: [{ portMappingName: 'http', dnsName: 'orders', ingressPortOverride: 15000 }],
  });
  service.connections.allowFrom(web, ec2.Port.tcp(80));
};

export const plain: Fix = ({ service, web }) => {
  service.enableServiceConnect({
    namespace: 'shop.local',
    services: [{ portMappingName: 'http', dnsName: 'orders', ingressPortOverride: 15000 }],
  });
  service.connections.allowFrom(web, ec2.Port.tcp(15000));
};

export const guarded: Fix = ({ stack, cluster, image, namespace }) => {
  const orders = new FargateWorkerService(stack, 'Orders', { cluster, image, containerPorts: [80] });
  new ServiceConnectDiscovery(stack, 'OrdersDiscovery', {
    service: orders,
    namespace,
    endpoints: [{ name: 'orders', ingressPortOverride: 15000 }],
  });
  const shop = new FargateWorkerService(stack, 'Shop', { cluster, image });
  new ServiceConnectDiscovery(stack, 'ShopDiscovery', { service: shop, namespace });
  shop.connectTo(orders);
};
