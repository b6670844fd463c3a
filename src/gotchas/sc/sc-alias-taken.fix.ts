import * as ecs from 'aws-cdk-lib/aws-ecs';
import { FargateWorkerService, ServiceConnectDiscovery } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, cluster, taskDefinition }) => {
  for (const name of ['orders', 'payments']) {
    new ecs.FargateService(stack, name, {
      cluster,
      taskDefinition,
      minHealthyPercent: 100,
      circuitBreaker: { rollback: true },
      serviceConnectConfiguration: {
        namespace: 'shop.local',
        services: [{ portMappingName: 'http', discoveryName: name, dnsName: 'shop', port: 80 }],
      },
    });
  }
};

export const plain: Fix = ({ stack, cluster, taskDefinition }) => {
  for (const name of ['orders', 'payments']) {
    new ecs.FargateService(stack, name, {
      cluster,
      taskDefinition,
      minHealthyPercent: 100,
      circuitBreaker: { rollback: true },
      serviceConnectConfiguration: {
        namespace: 'shop.local',
        services: [{ portMappingName: 'http', discoveryName: name, dnsName: name, port: 80 }],
      },
    });
  }
};

export const guarded: Fix = ({ stack, cluster, image, namespace }) => {
  for (const name of ['orders', 'payments']) {
    const service = new FargateWorkerService(stack, name, { cluster, image, containerPorts: [80] });
    new ServiceConnectDiscovery(stack, `${name}-discovery`, { service, namespace, endpoints: [{ name }] });
  }
};
