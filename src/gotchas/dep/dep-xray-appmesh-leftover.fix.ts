import * as ecs from 'aws-cdk-lib/aws-ecs';
import { CloudMapDiscovery, FargateWorkerService } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, cluster, image }) => {
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task');
  taskDefinition.addContainer('app', { image });
  taskDefinition.addContainer('xray', {
    image: ecs.ContainerImage.fromRegistry('public.ecr.aws/xray/aws-xray-daemon:3.x'),
    essential: false,
  });
  new ecs.FargateService(stack, 'Service', {
    cluster,
    taskDefinition,
    circuitBreaker: { rollback: true },
  });
};

export const plain: Fix = ({ stack, cluster, image }) => {
  cluster.addDefaultCloudMapNamespace({ name: 'shop.local', useForServiceConnect: true });
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task');
  taskDefinition.addContainer('app', { image, portMappings: [{ name: 'web', containerPort: 80 }] });
  new ecs.FargateService(stack, 'Service', {
    cluster,
    taskDefinition,
    circuitBreaker: { rollback: true },
    serviceConnectConfiguration: { services: [{ portMappingName: 'web', dnsName: 'web', port: 80 }] },
  });
};

export const guarded: Fix = ({ stack, cluster, image }) => {
  const dnsNamespace = cluster.addDefaultCloudMapNamespace({ name: 'shop.local' });
  const service = new FargateWorkerService(stack, 'Worker', { cluster, image });
  new CloudMapDiscovery(stack, 'Discovery', { service, dnsNamespace, name: 'worker' });
};
