import * as ecs from 'aws-cdk-lib/aws-ecs';
import { FargateWorkerService } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, image }) => {
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task');
  taskDefinition.addContainer('cache', {
    image: ecs.ContainerImage.fromRegistry('public.ecr.aws/docker/library/redis:7.4'),
  });
  taskDefinition.addContainer('app', { image });
  const resource = taskDefinition.node.defaultChild as ecs.CfnTaskDefinition;
  resource.addPropertyOverride('ContainerDefinitions.1.Links', ['cache']);
};

export const plain: Fix = ({ stack, image }) => {
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task');
  taskDefinition.addContainer('cache', {
    image: ecs.ContainerImage.fromRegistry('public.ecr.aws/docker/library/redis:7.4'),
  });
  taskDefinition.addContainer('app', { image, environment: { REDIS_HOST: 'localhost' } });
};

export const guarded: Fix = ({ stack, cluster, image }) => {
  new FargateWorkerService(stack, 'Worker', {
    cluster,
    image,
    environment: { REDIS_HOST: 'localhost' },
    sidecars: [{
      containerName: 'cache',
      image: ecs.ContainerImage.fromRegistry('public.ecr.aws/docker/library/redis:7.4'),
    }],
  });
};
