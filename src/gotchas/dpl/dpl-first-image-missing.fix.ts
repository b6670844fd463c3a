import * as ecr from 'aws-cdk-lib/aws-ecr';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import { FargateWorkerService } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, cluster, logging }) => {
  const repository = new ecr.Repository(stack, 'Repository', { imageTagMutability: ecr.TagMutability.IMMUTABLE });
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task');
  taskDefinition.addContainer('app', { image: ecs.ContainerImage.fromEcrRepository(repository, '1.0.0'), logging });
  new ecs.FargateService(stack, 'Service', { cluster, taskDefinition, minHealthyPercent: 100 });
};

export const plain: Fix = ({ stack, cluster, logging }) => {
  const repository = ecr.Repository.fromRepositoryName(stack, 'Repository', 'shop');
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task');
  taskDefinition.addContainer('app', { image: ecs.ContainerImage.fromEcrRepository(repository, '1.0.0'), logging });
  new ecs.FargateService(stack, 'Service', { cluster, taskDefinition, minHealthyPercent: 100 });
};

export const guarded: Fix = ({ stack, cluster }) => {
  new FargateWorkerService(stack, 'Worker', {
    cluster,
    image: ecs.ContainerImage.fromEcrRepository(ecr.Repository.fromRepositoryName(stack, 'Repository', 'shop'), '1.0.0'),
  });
};
