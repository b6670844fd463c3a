import * as ecs from 'aws-cdk-lib/aws-ecs';
import { FargateWorkerService, ServiceConnectDiscovery } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ service }) => {
  (service.node.findChild('Service') as ecs.CfnService).serviceConnectConfiguration = {
    enabled: true,
    services: [{ portName: 'http', clientAliases: [{ dnsName: 'orders', port: 80 }] }],
  };
};

export const plain: Fix = ({ cluster, service }) => {
  cluster.addDefaultCloudMapNamespace({ name: 'shop.local', useForServiceConnect: true });
  service.enableServiceConnect({ services: [{ portMappingName: 'http', dnsName: 'orders', port: 80 }] });
};

export const guarded: Fix = ({ stack, cluster, image }) => {
  cluster.addDefaultCloudMapNamespace({ name: 'shop.local', useForServiceConnect: true });
  const orders = new FargateWorkerService(stack, 'Orders', { cluster, image, containerPorts: [80] });
  new ServiceConnectDiscovery(stack, 'Discovery', { service: orders, endpoints: [{ name: 'orders' }] });
};
