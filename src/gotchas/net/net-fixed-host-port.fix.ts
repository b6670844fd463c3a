import * as ecs from 'aws-cdk-lib/aws-ecs';
import { Ec2WebService, Ingress } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, ec2Cluster, image, logging }) => {
  const taskDefinition = new ecs.Ec2TaskDefinition(stack, 'ShopTask', { networkMode: ecs.NetworkMode.BRIDGE });
  taskDefinition.addContainer('app', {
    image,
    logging,
    memoryLimitMiB: 256,
    portMappings: [{ containerPort: 80, hostPort: 80 }],
  });
  new ecs.Ec2Service(stack, 'Shop', {
    cluster: ec2Cluster,
    taskDefinition,
    minHealthyPercent: 100,
    circuitBreaker: { rollback: true },
  });
};

export const plain: Fix = ({ stack, ec2Cluster, image, logging }) => {
  const taskDefinition = new ecs.Ec2TaskDefinition(stack, 'ShopTask', { networkMode: ecs.NetworkMode.BRIDGE });
  taskDefinition.addContainer('app', {
    image,
    logging,
    memoryLimitMiB: 256,
    portMappings: [{ containerPort: 80 }],
  });
  new ecs.Ec2Service(stack, 'Shop', {
    cluster: ec2Cluster,
    taskDefinition,
    minHealthyPercent: 100,
    circuitBreaker: { rollback: true },
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
  });
};
