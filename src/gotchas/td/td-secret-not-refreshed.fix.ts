import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import { FargateWorkerService, TaskRoleBundle } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, image, secret }) => {
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task');
  taskDefinition.addContainer('app', {
    image,
    secrets: { DB_PASSWORD: ecs.Secret.fromSecretsManager(secret, 'password') },
  });
  secret.addRotationSchedule('Rotation', {
    hostedRotation: secretsmanager.HostedRotation.postgreSqlSingleUser(),
  });
};

export const plain: Fix = ({ stack, image, secret }) => {
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task');
  taskDefinition.addContainer('app', { image, environment: { DB_SECRET_ARN: secret.secretArn } });
  secret.grantRead(taskDefinition.taskRole);
};

export const guarded: Fix = ({ stack, cluster, image, secret }) => {
  const taskRoles = new TaskRoleBundle(stack, 'Roles');
  secret.grantRead(taskRoles);
  new FargateWorkerService(stack, 'Worker', {
    cluster,
    image,
    taskRoles,
    environment: { DB_SECRET_ARN: secret.secretArn },
  });
};
