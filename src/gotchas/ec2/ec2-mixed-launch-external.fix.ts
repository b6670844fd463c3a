import * as ecs from 'aws-cdk-lib/aws-ecs';
import { FargateWebService, Ingress } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, cluster, image }) => {
  const taskDefinition = new ecs.ExternalTaskDefinition(stack, 'Task', { networkMode: ecs.NetworkMode.BRIDGE });
  taskDefinition.addContainer('app', { image, memoryLimitMiB: 512 });
  const service = new ecs.ExternalService(stack, 'Service', {
    cluster,
    taskDefinition,
    maxHealthyPercent: 200,
    circuitBreaker: { rollback: true },
  });
  (service.node.findChild('Service') as ecs.CfnService).availabilityZoneRebalancing = 'ENABLED';
};

export const plain: Fix = ({ stack, cluster, image }) => {
  const taskDefinition = new ecs.ExternalTaskDefinition(stack, 'Task', { networkMode: ecs.NetworkMode.BRIDGE });
  taskDefinition.addContainer('app', { image, memoryLimitMiB: 512 });
  new ecs.ExternalService(stack, 'Service', { cluster, taskDefinition, circuitBreaker: { rollback: true } });
};

export const guarded: Fix = ({ stack, cluster, image }) => {
  new FargateWebService(stack, 'Web', { cluster, image, containerPort: 80, ingress: Ingress.publicHttp() });
};
