import * as ecs from 'aws-cdk-lib/aws-ecs';
import type { Fix } from '../given.fix';

export const plain: Fix = ({ stack, cluster, taskDefinition }) => {
  const deployment = { minHealthyPercent: 100, circuitBreaker: { rollback: true } };
  const orders = new ecs.FargateService(stack, 'Orders', {
    ...deployment,
    cluster,
    taskDefinition,
    serviceConnectConfiguration: {
      namespace: 'shop.local',
      services: [{ portMappingName: 'http', dnsName: 'orders' }],
    },
  });
  const shop = new ecs.FargateService(stack, 'Shop', {
    ...deployment,
    cluster,
    taskDefinition,
    serviceConnectConfiguration: { namespace: 'shop.local' },
  });
  shop.node.addDependency(orders);
};
