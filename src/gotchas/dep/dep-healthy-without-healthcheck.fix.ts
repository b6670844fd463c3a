import * as ecs from 'aws-cdk-lib/aws-ecs';
import { Duration } from 'aws-cdk-lib/core';
import { FargateWorkerService } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, image }) => {
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task');
  const cache = taskDefinition.addContainer('cache', {
    image: ecs.ContainerImage.fromRegistry('public.ecr.aws/docker/library/redis:7.4'),
    startTimeout: Duration.minutes(1),
  });
  const app = taskDefinition.addContainer('app', { image });
  app.addContainerDependencies({ container: cache, condition: ecs.ContainerDependencyCondition.HEALTHY });
};

export const plain: Fix = ({ stack, image }) => {
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task');
  const cache = taskDefinition.addContainer('cache', {
    image: ecs.ContainerImage.fromRegistry('public.ecr.aws/docker/library/redis:7.4'),
    healthCheck: { command: ['CMD', 'redis-cli', 'ping'] },
    startTimeout: Duration.minutes(1),
  });
  const app = taskDefinition.addContainer('app', { image });
  app.addContainerDependencies({ container: cache, condition: ecs.ContainerDependencyCondition.HEALTHY });
};

export const guarded: Fix = ({ stack, cluster, image }) => {
  new FargateWorkerService(stack, 'Worker', {
    cluster,
    image,
    dependsOn: [{ containerName: 'cache', condition: ecs.ContainerDependencyCondition.HEALTHY }],
    sidecars: [{
      containerName: 'cache',
      image: ecs.ContainerImage.fromRegistry('public.ecr.aws/docker/library/redis:7.4'),
      healthCheck: { command: ['CMD', 'redis-cli', 'ping'] },
      startTimeout: Duration.minutes(1),
    }],
  });
};

export const refused: Fix = ({ stack, cluster, image }) => {
  new FargateWorkerService(stack, 'Worker', {
    cluster,
    image,
    dependsOn: [{ containerName: 'cache', condition: ecs.ContainerDependencyCondition.HEALTHY }],
    sidecars: [{ containerName: 'cache', image: ecs.ContainerImage.fromRegistry('public.ecr.aws/docker/library/redis:7.4') }],
  });
};
