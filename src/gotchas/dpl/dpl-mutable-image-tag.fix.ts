import * as ecr from 'aws-cdk-lib/aws-ecr';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import { FargateWorkerService } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, taskDefinition }) => {
  const repository = new ecr.Repository(stack, 'Images');
  taskDefinition.addContainer('worker', { image: ecs.ContainerImage.fromEcrRepository(repository, 'latest') });
};

export const plain: Fix = ({ stack, taskDefinition }) => {
  const repository = new ecr.Repository(stack, 'Images', { imageTagMutability: ecr.TagMutability.IMMUTABLE });
  taskDefinition.addContainer('worker', { image: ecs.ContainerImage.fromEcrRepository(repository, 'v1.4.2') });
};

export const guarded: Fix = ({ stack, cluster }) => {
  const repository = new ecr.Repository(stack, 'Images', { imageTagMutability: ecr.TagMutability.IMMUTABLE });
  new FargateWorkerService(stack, 'Worker', {
    cluster,
    image: ecs.ContainerImage.fromEcrRepository(repository, 'v1.4.2'),
  });
};
