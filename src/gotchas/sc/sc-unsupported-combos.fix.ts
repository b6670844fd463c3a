import * as ecs from 'aws-cdk-lib/aws-ecs';
import { Ec2WorkerService, ServiceConnectDiscovery } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, cluster, logging }) => {
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'OrdersTask', {
    cpu: 1024,
    memoryLimitMiB: 2048,
    runtimePlatform: { operatingSystemFamily: ecs.OperatingSystemFamily.WINDOWS_SERVER_2022_CORE },
  });
  taskDefinition.addContainer('app', {
    image: ecs.ContainerImage.fromRegistry('mcr.microsoft.com/windows/servercore/iis:windowsservercore-ltsc2022'),
    logging,
    portMappings: [{ name: 'http', containerPort: 80 }],
  });
  new ecs.FargateService(stack, 'Orders', {
    cluster,
    taskDefinition,
    minHealthyPercent: 100,
    circuitBreaker: { rollback: true },
    serviceConnectConfiguration: { namespace: 'shop.local', services: [{ portMappingName: 'http' }] },
  });
};

export const plain: Fix = ({ stack, ec2Cluster, image, logging }) => {
  const taskDefinition = new ecs.Ec2TaskDefinition(stack, 'OrdersTask', { networkMode: ecs.NetworkMode.AWS_VPC });
  taskDefinition.addContainer('app', {
    image,
    logging,
    memoryLimitMiB: 256,
    portMappings: [{ name: 'http', containerPort: 80 }],
  });
  new ecs.Ec2Service(stack, 'Orders', {
    cluster: ec2Cluster,
    taskDefinition,
    minHealthyPercent: 100,
    circuitBreaker: { rollback: true },
    serviceConnectConfiguration: { namespace: 'shop.local', services: [{ portMappingName: 'http' }] },
  });
};

export const guarded: Fix = ({ stack, ec2Cluster, image, namespace }) => {
  const orders = new Ec2WorkerService(stack, 'Orders', {
    cluster: ec2Cluster,
    image,
    memoryLimitMiB: 256,
    containerPorts: [80],
    networkMode: ecs.NetworkMode.AWS_VPC,
  });
  new ServiceConnectDiscovery(stack, 'Discovery', {
    service: orders,
    namespace,
    endpoints: [{ name: 'orders' }],
  });
};

export const refused: Fix = ({ stack, ec2Cluster, image, namespace }) => {
  const orders = new Ec2WorkerService(stack, 'Orders', {
    cluster: ec2Cluster,
    image,
    memoryLimitMiB: 256,
    containerPorts: [80],
    networkMode: ecs.NetworkMode.HOST,
  });
  new ServiceConnectDiscovery(stack, 'Discovery', { service: orders, namespace, endpoints: [{ name: 'orders' }] });
};
