import * as ecr from 'aws-cdk-lib/aws-ecr';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack }) => {
  const repository = new ecr.Repository(stack, 'Images');
  (repository.node.defaultChild as ecr.CfnRepository).repositoryName = 'MyShop';
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task');
  taskDefinition.addContainer('app', { image: ecs.ContainerImage.fromEcrRepository(repository, '1.0') });
};

export const plain: Fix = ({ stack }) => {
  const repository = new ecr.Repository(stack, 'Images', { repositoryName: 'my-shop' });
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task');
  taskDefinition.addContainer('app', { image: ecs.ContainerImage.fromEcrRepository(repository, '1.0') });
};
