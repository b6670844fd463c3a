import * as ecr from 'aws-cdk-lib/aws-ecr';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import { Duration } from 'aws-cdk-lib/core';
import { FargateWorkerService } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, taskDefinition }) => {
  const repository = new ecr.Repository(stack, 'Images', {
    lifecycleRules: [
      { maxImageAge: Duration.days(30) },
    ],
  });
  taskDefinition.addContainer('worker', { image: ecs.ContainerImage.fromEcrRepository(repository, 'v1.4.2') });
};

export const plain: Fix = ({ stack, taskDefinition }) => {
  const repository = new ecr.Repository(stack, 'Images', {
    lifecycleRules: [
      { tagStatus: ecr.TagStatus.UNTAGGED, maxImageAge: Duration.days(30) },
      { maxImageCount: 100 },
    ],
  });
  taskDefinition.addContainer('worker', { image: ecs.ContainerImage.fromEcrRepository(repository, 'v1.4.2') });
};

export const guarded: Fix = ({ stack, cluster }) => {
  const repository = new ecr.Repository(stack, 'Images', {
    lifecycleRules: [
      { tagStatus: ecr.TagStatus.UNTAGGED, maxImageAge: Duration.days(30) },
      { maxImageCount: 100 },
    ],
  });
  new FargateWorkerService(stack, 'Worker', {
    cluster,
    image: ecs.ContainerImage.fromEcrRepository(repository, 'v1.4.2'),
  });
};
