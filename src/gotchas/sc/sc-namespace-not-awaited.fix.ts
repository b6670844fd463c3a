import * as cloudmap from 'aws-cdk-lib/aws-servicediscovery';
import { FargateWorkerService, ServiceConnectDiscovery } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, service }) => {
  const mesh = new cloudmap.HttpNamespace(stack, 'Mesh', { name: 'shop' });
  service.enableServiceConnect({
    namespace: mesh.namespaceName,
    services: [{ portMappingName: 'http', dnsName: 'orders', port: 80 }],
  });
};

export const plain: Fix = ({ stack, service }) => {
  const mesh = new cloudmap.HttpNamespace(stack, 'Mesh', { name: 'shop' });
  service.enableServiceConnect({
    namespace: mesh.namespaceArn,
    services: [{ portMappingName: 'http', dnsName: 'orders', port: 80 }],
  });
};

export const guarded: Fix = ({ stack, cluster, image }) => {
  const mesh = new cloudmap.HttpNamespace(stack, 'Mesh', { name: 'shop' });
  const orders = new FargateWorkerService(stack, 'Orders', { cluster, image, containerPorts: [80] });
  new ServiceConnectDiscovery(stack, 'Discovery', {
    service: orders,
    namespace: mesh,
    endpoints: [{ name: 'orders' }],
  });
};
