import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as iam from 'aws-cdk-lib/aws-iam';
import { FargateWorkerService } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, repository, logging }) => {
  const executionRole = new iam.Role(stack, 'Execution', {
    assumedBy: new iam.ServicePrincipal('ecs-tasks.amazonaws.com'),
  });
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Orders', {
    executionRole: executionRole.withoutPolicyUpdates(),
  });
  taskDefinition.addContainer('app', { image: ecs.ContainerImage.fromEcrRepository(repository, 'v1.4.2'), logging });
};

export const plain: Fix = ({ stack, repository, logging }) => {
  const executionRole = new iam.Role(stack, 'Execution', {
    assumedBy: new iam.ServicePrincipal('ecs-tasks.amazonaws.com'),
    managedPolicies: [iam.ManagedPolicy.fromAwsManagedPolicyName('service-role/AmazonECSTaskExecutionRolePolicy')],
  });
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Orders', { executionRole });
  taskDefinition.addContainer('app', { image: ecs.ContainerImage.fromEcrRepository(repository, 'v1.4.2'), logging });
};

export const guarded: Fix = ({ stack, cluster, repository }) => {
  const image = ecs.ContainerImage.fromEcrRepository(repository, 'v1.4.2');
  new FargateWorkerService(stack, 'Orders', { cluster, image });
};
