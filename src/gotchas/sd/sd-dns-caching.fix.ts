import { Duration } from 'aws-cdk-lib/core';
import { CloudMapDiscovery } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ service, namespace }) => {
  service.enableCloudMap({ cloudMapNamespace: namespace, name: 'orders', dnsTtl: Duration.minutes(5) });
};

export const plain: Fix = ({ service, namespace }) => {
  service.enableCloudMap({ cloudMapNamespace: namespace, name: 'orders', dnsTtl: Duration.seconds(10) });
};

export const guarded: Fix = ({ stack, web, namespace }) => {
  new CloudMapDiscovery(stack, 'Discovery', {
    service: web,
    dnsNamespace: namespace,
    name: 'orders',
    dnsTtl: Duration.seconds(10),
  });
};
