import * as ecs from 'aws-cdk-lib/aws-ecs';
import type { Fix } from '../given.fix';

export const plain: Fix = ({ stack, cluster, taskDefinition }) => {
  for (const name of ['orders', 'payments']) {
    new ecs.FargateService(stack, name, {
      cluster,
      taskDefinition,
      minHealthyPercent: 100,
      circuitBreaker: { rollback: true },
      serviceConnectConfiguration: {
        namespace: 'shop.local',
        services: [{ portMappingName: 'http', discoveryName: name, dnsName: name, port: 80 }],
      },
    });
  }
};
