import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as cloudmap from 'aws-cdk-lib/aws-servicediscovery';
import { CloudMapDiscovery } from '../../index';
import type { Fix } from '../given.fix';

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

export const guarded: Fix = ({ stack, web, namespace }) => {
  new CloudMapDiscovery(stack, 'Discovery', { service: web, dnsNamespace: namespace, name: 'orders' });
};
