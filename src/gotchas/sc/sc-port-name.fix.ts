import * as ecs from 'aws-cdk-lib/aws-ecs';
import { FargateWorkerService, ServiceConnectDiscovery } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ service }) => {
  (service.node.findChild('Service') as ecs.CfnService).serviceConnectConfiguration = {
    enabled: true,
    namespace: 'shop.local',
    services: [{ portName: 'web', clientAliases: [{ dnsName: 'orders', port: 80 }] }],
  };
};

export const plain: Fix = ({ stack, cluster, image, logging }) => {
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'OrdersTask', { cpu: 512, memoryLimitMiB: 1024 });
  taskDefinition.addContainer('app', {
    image,
    logging,
    portMappings: [{ name: 'http', containerPort: 80, appProtocol: ecs.AppProtocol.http }],
  });
  new ecs.FargateService(stack, 'Orders', {
    cluster,
    taskDefinition,
    minHealthyPercent: 100,
    circuitBreaker: { rollback: true },
    serviceConnectConfiguration: {
      namespace: 'shop.local',
      services: [{ portMappingName: 'http', dnsName: 'orders', port: 80 }],
    },
  });
};

export const guarded: Fix = ({ stack, cluster, image, namespace }) => {
  const orders = new FargateWorkerService(stack, 'Orders', { cluster, image, containerPorts: [80] });
  new ServiceConnectDiscovery(stack, 'Discovery', {
    service: orders,
    namespace,
    endpoints: [{ name: 'orders', containerPort: 80 }],
  });
};

export const refused: Fix = ({ stack, cluster, image, namespace }) => {
  const orders = new FargateWorkerService(stack, 'Orders', { cluster, image, containerPorts: [80] });
  new ServiceConnectDiscovery(stack, 'Discovery', { service: orders, namespace, endpoints: [{ name: 'Orders' }] });
};
