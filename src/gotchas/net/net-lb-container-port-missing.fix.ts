import * as ecs from 'aws-cdk-lib/aws-ecs';
import { FargateWebService, Ingress } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, cluster, image, logging, loadBalancer }) => {
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'ShopTask', { cpu: 256, memoryLimitMiB: 512 });
  taskDefinition.addContainer('app', { image, logging, portMappings: [{ containerPort: 80 }] });
  const service = new ecs.FargateService(stack, 'Shop', {
    cluster,
    taskDefinition,
    minHealthyPercent: 100,
    circuitBreaker: { rollback: true },
  });
  (service.node.findChild('Service') as ecs.CfnService).addPropertyOverride('LoadBalancers.0.ContainerPort', 8080);
  loadBalancer.addListener('Http', { port: 80 }).addTargets('Web', {
    port: 80,
    targets: [service.loadBalancerTarget({ containerName: 'app', containerPort: 80 })],
  });
};

export const plain: Fix = ({ stack, cluster, image, logging, loadBalancer }) => {
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'ShopTask', { cpu: 256, memoryLimitMiB: 512 });
  taskDefinition.addContainer('app', { image, logging, portMappings: [{ containerPort: 80 }] });
  const service = new ecs.FargateService(stack, 'Shop', {
    cluster,
    taskDefinition,
    minHealthyPercent: 100,
    circuitBreaker: { rollback: true },
  });
  loadBalancer.addListener('Http', { port: 80 }).addTargets('Web', {
    port: 80,
    targets: [service.loadBalancerTarget({ containerName: 'app', containerPort: 80 })],
  });
};

export const guarded: Fix = ({ stack, cluster, image }) => {
  new FargateWebService(stack, 'Web', { cluster, image, containerPort: 80, ingress: Ingress.publicHttp() });
};
