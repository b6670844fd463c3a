import * as ecr from 'aws-cdk-lib/aws-ecr';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import { FargateWorkerService } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, taskDefinition }) => {
  const everything = {
    rulePriority: 1,
    selection: { tagStatus: 'any', countType: 'sinceImagePulled', countUnit: 'days', countNumber: 30 },
    action: { type: 'transition', targetStorageClass: 'archive' },
  };
  const repository = new ecr.CfnRepository(stack, 'Images', {
    lifecyclePolicy: { lifecyclePolicyText: JSON.stringify({ rules: [everything] }) },
  });
  const images = ecr.Repository.fromRepositoryName(stack, 'Own', repository.ref);
  taskDefinition.addContainer('worker', { image: ecs.ContainerImage.fromEcrRepository(images, 'v1.4.2') });
};

export const plain: Fix = ({ stack, taskDefinition }) => {
  const trials = {
    rulePriority: 1,
    selection: { tagStatus: 'tagged', tagPrefixList: ['pr-'], countType: 'imageCountMoreThan', countNumber: 9 },
    action: { type: 'transition', targetStorageClass: 'archive' },
  };
  const repository = new ecr.CfnRepository(stack, 'Images', {
    lifecyclePolicy: { lifecyclePolicyText: JSON.stringify({ rules: [trials] }) },
  });
  const images = ecr.Repository.fromRepositoryName(stack, 'Own', repository.ref);
  taskDefinition.addContainer('worker', { image: ecs.ContainerImage.fromEcrRepository(images, 'v1.4.2') });
};

export const guarded: Fix = ({ stack, cluster }) => {
  const repository = new ecr.Repository(stack, 'Images', { lifecycleRules: [{ maxImageCount: 100 }] });
  new FargateWorkerService(stack, 'Worker', {
    cluster,
    image: ecs.ContainerImage.fromEcrRepository(repository, 'v1.4.2'),
  });
};
