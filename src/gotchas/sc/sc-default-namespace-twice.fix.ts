import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as cloudmap from 'aws-cdk-lib/aws-servicediscovery';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack }) => {
  new cloudmap.HttpNamespace(stack, 'Mesh', { name: 'shop' });
  new ecs.CfnCluster(stack, 'Shop', {
    clusterSettings: [{ name: 'containerInsights', value: 'enabled' }],
    serviceConnectDefaults: { namespace: 'shop' },
  });
};

export const plain: Fix = ({ stack }) => {
  const namespace = new cloudmap.HttpNamespace(stack, 'Mesh', { name: 'shop' });
  new ecs.CfnCluster(stack, 'Shop', {
    clusterSettings: [{ name: 'containerInsights', value: 'enabled' }],
    serviceConnectDefaults: { namespace: namespace.namespaceArn },
  });
};
