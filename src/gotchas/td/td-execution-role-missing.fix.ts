import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as iam from 'aws-cdk-lib/aws-iam';
import { FargateWorkerService } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, secret }) => {
  new ecs.CfnTaskDefinition(stack, 'Task', {
    requiresCompatibilities: ['FARGATE'],
    networkMode: 'awsvpc',
    cpu: '256',
    memory: '512',
    containerDefinitions: [{
      name: 'app',
      image: 'public.ecr.aws/nginx/nginx:1.27',
      secrets: [{ name: 'DB_PASSWORD', valueFrom: secret.secretArn }],
    }],
  });
};

export const plain: Fix = ({ stack, image, secret, logging }) => {
  const executionRole = new iam.Role(stack, 'ExecutionRole', {
    assumedBy: new iam.ServicePrincipal('ecs-tasks.amazonaws.com'),
    managedPolicies: [iam.ManagedPolicy.fromAwsManagedPolicyName('service-role/AmazonECSTaskExecutionRolePolicy')],
  });
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task', { executionRole });
  taskDefinition.addContainer('app', {
    image,
    logging,
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
