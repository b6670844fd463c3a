import * as ecs from 'aws-cdk-lib/aws-ecs';
import { FargateWorkerService } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, logging }) => {
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Orders');
  const image = ecs.ContainerImage.fromRegistry('ghcr.io/MyOrg/Orders:1.4.2');
  taskDefinition.addContainer('app', { image, logging });
};

export const plain: Fix = ({ stack, logging }) => {
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Orders');
  const image = ecs.ContainerImage.fromRegistry('ghcr.io/my-org/orders:1.4.2');
  taskDefinition.addContainer('app', { image, logging });
};

export const guarded: Fix = ({ stack, cluster }) => {
  const image = ecs.ContainerImage.fromRegistry('ghcr.io/my-org/orders:1.4.2');
  new FargateWorkerService(stack, 'Orders', { cluster, image });
};
