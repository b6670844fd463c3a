import * as ecs from 'aws-cdk-lib/aws-ecs';
import { Duration } from 'aws-cdk-lib/core';
import { Deployment, FargateWorkerService, ServiceConnectDiscovery, TestTraffic } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, cluster, taskDefinition }) => {
  const service = new ecs.FargateService(stack, 'Service', {
    cluster,
    taskDefinition,
    circuitBreaker: { rollback: true },
    serviceConnectConfiguration: { namespace: 'shop.local', services: [{ portMappingName: 'http' }] },
  });
  const alias = 'ServiceConnectConfiguration.Services.0.ClientAliases.0';
  (service.node.defaultChild as ecs.CfnService).addPropertyOverride(`${alias}.TestTrafficRules`, {
    Header: { Name: 'X-Preview', Value: { Exact: 'green' } },
  });
};

export const plain: Fix = ({ stack, cluster, taskDefinition }) => {
  const service = new ecs.FargateService(stack, 'Service', {
    cluster,
    taskDefinition,
    deploymentStrategy: ecs.DeploymentStrategy.BLUE_GREEN,
    bakeTime: Duration.minutes(5),
    serviceConnectConfiguration: { namespace: 'shop.local', services: [{ portMappingName: 'http' }] },
  });
  const alias = 'ServiceConnectConfiguration.Services.0.ClientAliases.0';
  (service.node.defaultChild as ecs.CfnService).addPropertyOverride(`${alias}.TestTrafficRules`, {
    Header: { Name: 'X-Preview', Value: { Exact: 'green' } },
  });
};

export const guarded: Fix = ({ stack, cluster, image, namespace }) => {
  const orders = new FargateWorkerService(stack, 'Orders', {
    cluster,
    image,
    containerPorts: [80],
    deployment: Deployment.blueGreen({ testTraffic: TestTraffic.withHeader('X-Preview', ['green']) }),
  });
  new ServiceConnectDiscovery(stack, 'Discovery', { service: orders, namespace, endpoints: [{ name: 'orders' }] });
};
