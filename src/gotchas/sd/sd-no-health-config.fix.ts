import * as cloudmap from 'aws-cdk-lib/aws-servicediscovery';
import { Duration } from 'aws-cdk-lib/core';
import { CloudMapDiscovery } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ service, namespace }) => {
  const orders = namespace.createService('Orders', {
    name: 'orders',
    dnsRecordType: cloudmap.DnsRecordType.A,
    dnsTtl: Duration.seconds(10),
  });
  service.associateCloudMapService({ service: orders });
};

export const plain: Fix = ({ service, namespace }) => {
  const orders = namespace.createService('Orders', {
    name: 'orders',
    dnsRecordType: cloudmap.DnsRecordType.A,
    dnsTtl: Duration.seconds(10),
    customHealthCheck: { failureThreshold: 1 },
  });
  service.associateCloudMapService({ service: orders });
};

export const guarded: Fix = ({ stack, web, namespace }) => {
  new CloudMapDiscovery(stack, 'Discovery', { service: web, dnsNamespace: namespace, name: 'orders' });
};
