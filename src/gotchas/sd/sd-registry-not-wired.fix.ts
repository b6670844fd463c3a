import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as cloudmap from 'aws-cdk-lib/aws-servicediscovery';
import { Duration } from 'aws-cdk-lib/core';
import { CloudMapDiscovery, Ec2WorkerService } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ namespace }) => {
  namespace.createService('Orders', {
    name: 'orders',
    dnsRecordType: cloudmap.DnsRecordType.A,
    dnsTtl: Duration.seconds(10),
    customHealthCheck: { failureThreshold: 1 },
  });
};

export const plain: Fix = ({ stack, ec2Cluster, ec2TaskDefinition, namespace }) => {
  const service = new ecs.Ec2Service(stack, 'Orders', {
    cluster: ec2Cluster,
    taskDefinition: ec2TaskDefinition,
    minHealthyPercent: 100,
    circuitBreaker: { rollback: true },
  });
  service.enableCloudMap({
    cloudMapNamespace: namespace,
    name: 'orders',
    dnsRecordType: cloudmap.DnsRecordType.SRV,
    container: ec2TaskDefinition.defaultContainer,
    containerPort: 80,
  });
};

export const guarded: Fix = ({ stack, ec2Cluster, image, namespace }) => {
  const orders = new Ec2WorkerService(stack, 'Orders', {
    cluster: ec2Cluster,
    image,
    memoryLimitMiB: 256,
    networkMode: ecs.NetworkMode.BRIDGE,
    containerPorts: [80],
  });
  new CloudMapDiscovery(stack, 'Discovery', {
    service: orders,
    dnsNamespace: namespace,
    name: 'orders',
    containerPort: 80,
  });
};
