import * as ecs from 'aws-cdk-lib/aws-ecs';
import { FargateWorkerService } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack }) => {
  new ecs.FargateTaskDefinition(stack, 'ShopTask', {
    cpu: 256,
    memoryLimitMiB: 512,
    enableFaultInjection: true,
  });
};

export const plain: Fix = ({ stack }) => {
  new ecs.FargateTaskDefinition(stack, 'ShopTask', {
    cpu: 256,
    memoryLimitMiB: 512,
    enableFaultInjection: stack.node.tryGetContext('experiment') === 'shop',
  });
};

export const guarded: Fix = ({ stack, cluster, image }) => {
  new FargateWorkerService(stack, 'Worker', { cluster, image });
};
