import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as iam from 'aws-cdk-lib/aws-iam';
import { FargateWorkerService } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, image, secret }) => {
  const role = new iam.Role(stack, 'ExecutionRole', {
    assumedBy: new iam.ServicePrincipal('ecs-tasks.amazonaws.com'),
    managedPolicies: [iam.ManagedPolicy.fromAwsManagedPolicyName('service-role/AmazonECSTaskExecutionRolePolicy')],
  });
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task', { executionRole: role.withoutPolicyUpdates() });
  taskDefinition.addContainer('app', {
    image,
    secrets: { DB_PASSWORD: ecs.Secret.fromSecretsManager(secret, 'password') },
  });
};

export const plain: Fix = ({ stack, image, secret }) => {
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task');
  taskDefinition.addContainer('app', {
    image,
    secrets: { DB_PASSWORD: ecs.Secret.fromSecretsManager(secret, 'password') },
  });
};

export const guarded: Fix = ({ stack, cluster, image, secret }) => {
  new FargateWorkerService(stack, 'Worker', {
    cluster,
    image,
    secrets: { DB_PASSWORD: ecs.Secret.fromSecretsManager(secret, 'password') },
  });
};
