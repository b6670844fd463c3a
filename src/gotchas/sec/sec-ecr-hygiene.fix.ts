import * as ecr from 'aws-cdk-lib/aws-ecr';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, taskDefinition }) => {
  const repository = new ecr.Repository(stack, 'Images', { imageTagMutability: ecr.TagMutability.IMMUTABLE });
  repository.grantPull(new iam.AnyPrincipal());
  taskDefinition.addContainer('metrics', { image: ecs.ContainerImage.fromEcrRepository(repository, '1.4.2') });
};

export const plain: Fix = ({ stack, taskDefinition }) => {
  const repository = new ecr.Repository(stack, 'Images', { imageTagMutability: ecr.TagMutability.IMMUTABLE });
  repository.grantPull(new iam.AccountPrincipal('444455556666'));
  taskDefinition.addContainer('metrics', { image: ecs.ContainerImage.fromEcrRepository(repository, '1.4.2') });
};
