import * as ecs from 'aws-cdk-lib/aws-ecs';
import { FargateWorkerService } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, image }) => {
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task');
  const cache = taskDefinition.addContainer('cache', {
    image: ecs.ContainerImage.fromRegistry('public.ecr.aws/docker/library/redis:7.4'),
  });
  const app = taskDefinition.addContainer('app', { image });
  app.addContainerDependencies({ container: cache, condition: ecs.ContainerDependencyCondition.START });
  cache.addContainerDependencies({ container: app, condition: ecs.ContainerDependencyCondition.START });
};

export const plain: Fix = ({ stack, image }) => {
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task');
  const cache = taskDefinition.addContainer('cache', {
    image: ecs.ContainerImage.fromRegistry('public.ecr.aws/docker/library/redis:7.4'),
  });
  const app = taskDefinition.addContainer('app', { image });
  app.addContainerDependencies({ container: cache, condition: ecs.ContainerDependencyCondition.START });
};

export const guarded: Fix = ({ stack, cluster, image }) => {
  new FargateWorkerService(stack, 'Worker', {
    cluster,
    image,
    dependsOn: [{ containerName: 'cache', condition: ecs.ContainerDependencyCondition.START }],
    sidecars: [{
      containerName: 'cache',
      image: ecs.ContainerImage.fromRegistry('public.ecr.aws/docker/library/redis:7.4'),
    }],
  });
};

export const refused: Fix = ({ stack, cluster, image }) => {
  new FargateWorkerService(stack, 'Worker', {
    cluster,
    image,
    containerName: 'app',
    dependsOn: [{ containerName: 'cache', condition: ecs.ContainerDependencyCondition.START }],
    sidecars: [{
      containerName: 'cache',
      image: ecs.ContainerImage.fromRegistry('public.ecr.aws/docker/library/redis:7.4'),
      dependsOn: [{ containerName: 'app', condition: ecs.ContainerDependencyCondition.START }],
    }],
  });
};
