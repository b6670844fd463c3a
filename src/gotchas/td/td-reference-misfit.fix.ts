import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as cloudmap from 'aws-cdk-lib/aws-servicediscovery';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, cluster, taskDefinition }) => {
  const registry = new cloudmap.CfnService(stack, 'Discovery', { namespaceId: 'ns-shop' });
  const service = new ecs.FargateService(stack, 'Service', { cluster, taskDefinition });
  (service.node.defaultChild as ecs.CfnService).serviceRegistries = [{ registryArn: registry.ref }];
};

export const plain: Fix = ({ stack, cluster, taskDefinition }) => {
  const registry = new cloudmap.CfnService(stack, 'Discovery', { namespaceId: 'ns-shop' });
  const service = new ecs.FargateService(stack, 'Service', { cluster, taskDefinition });
  (service.node.defaultChild as ecs.CfnService).serviceRegistries = [{ registryArn: registry.attrArn }];
};
