import * as ecs from 'aws-cdk-lib/aws-ecs';
import { Ec2WebService, Ingress } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, ec2Cluster, ec2TaskDefinition, loadBalancer }) => {
  const service = new ecs.Ec2Service(stack, 'Shop', {
    cluster: ec2Cluster,
    taskDefinition: ec2TaskDefinition,
    minHealthyPercent: 100,
    circuitBreaker: { rollback: true },
  });
  loadBalancer.addListener('Http', { port: 80 }).addTargets('Web', {
    port: 80,
    targets: [service],
    healthCheck: { path: '/health', port: '8080' },
  });
};

export const plain: Fix = ({ stack, ec2Cluster, ec2TaskDefinition, loadBalancer }) => {
  const service = new ecs.Ec2Service(stack, 'Shop', {
    cluster: ec2Cluster,
    taskDefinition: ec2TaskDefinition,
    minHealthyPercent: 100,
    circuitBreaker: { rollback: true },
  });
  loadBalancer.addListener('Http', { port: 80 }).addTargets('Web', {
    port: 80,
    targets: [service],
    healthCheck: { path: '/health', port: 'traffic-port' },
  });
};

export const guarded: Fix = ({ stack, ec2Cluster, image }) => {
  new Ec2WebService(stack, 'Web', {
    cluster: ec2Cluster,
    image,
    memoryLimitMiB: 256,
    networkMode: ecs.NetworkMode.BRIDGE,
    containerPort: 80,
    ingress: Ingress.publicHttp(),
    targetHealthCheck: { path: '/health' },
  });
};
