import * as ecs from 'aws-cdk-lib/aws-ecs';
import { FargateWorkerService, ServiceConnectDiscovery } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, cluster, taskDefinition }) => {
  const service = new ecs.FargateService(stack, 'Service', {
    cluster,
    taskDefinition,
    minHealthyPercent: 100,
    circuitBreaker: { rollback: true },
    serviceConnectConfiguration: {
      namespace: 'shop.local',
      services: [{ portMappingName: 'http' }],
    },
  });
  const resource = service.node.findChild('Service') as ecs.CfnService;
  resource.addPropertyOverride('ServiceConnectConfiguration.AccessLogConfiguration', { Format: 'JSON' });
};

export const plain: Fix = ({ stack, cluster, taskDefinition, logGroup }) => {
  new ecs.FargateService(stack, 'Service', {
    cluster,
    taskDefinition,
    minHealthyPercent: 100,
    circuitBreaker: { rollback: true },
    serviceConnectConfiguration: {
      namespace: 'shop.local',
      services: [{ portMappingName: 'http' }],
      logDriver: ecs.LogDrivers.awsLogs({ logGroup, streamPrefix: 'connect' }),
      accessLogConfiguration: { format: ecs.ServiceConnectAccessLogFormat.JSON },
    },
  });
};

export const guarded: Fix = ({ stack, cluster, image, namespace }) => {
  const orders = new FargateWorkerService(stack, 'Orders', { cluster, image, containerPorts: [80] });
  new ServiceConnectDiscovery(stack, 'Discovery', {
    service: orders,
    namespace,
    endpoints: [{ name: 'orders' }],
    accessLog: { format: ecs.ServiceConnectAccessLogFormat.JSON },
  });
};
