import * as ecs from 'aws-cdk-lib/aws-ecs';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ service, namespace }) => {
  const registries = ['orders', 'shop'].map((name) => namespace.createService(name, { name, customHealthCheck: {} }));
  (service.node.findChild('Service') as ecs.CfnService).serviceRegistries = registries.map((registry) => ({
    registryArn: registry.serviceArn,
  }));
};

export const plain: Fix = ({ service, namespace }) => {
  service.enableCloudMap({ cloudMapNamespace: namespace, name: 'orders' });
};
