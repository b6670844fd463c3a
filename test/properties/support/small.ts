import * as ecs from 'aws-cdk-lib/aws-ecs';
import type { Construct } from 'constructs';
import type { World } from './world';
import { Ec2WorkerService, FargateWebService, FargateWorkerService, Ingress, type FargateWorkerServiceProps } from '../../../src';

export const IMAGE = ecs.ContainerImage.fromRegistry('public.ecr.aws/nginx/nginx:1.27');

/** Services with next to nothing of their own, for what is attached to them. */
export function smallWorker(given: Construct, world: World, more: Partial<FargateWorkerServiceProps> = {}): FargateWorkerService {
  return new FargateWorkerService(given, 'Worker', { ...world.shared, cluster: world.cluster, image: IMAGE, ...more });
}

export function smallBridgeWorker(given: Construct, world: World, containerPorts?: number[]): Ec2WorkerService {
  return new Ec2WorkerService(given, 'Worker', {
    ...world.shared,
    securityGroups: undefined,
    cluster: world.ec2Cluster,
    image: IMAGE,
    memoryLimitMiB: 512,
    networkMode: ecs.NetworkMode.BRIDGE,
    containerPorts,
  });
}

export function smallWeb(given: Construct, world: World, desiredCount?: number): FargateWebService {
  return new FargateWebService(given, 'Web', {
    ...world.shared, cluster: world.cluster, image: IMAGE, containerPort: 80, ingress: Ingress.publicHttp(), desiredCount,
  });
}
