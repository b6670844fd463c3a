import * as ecs from 'aws-cdk-lib/aws-ecs';
import { FargateWorkerService } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, image, secret }) => {
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task');
  taskDefinition.addContainer('app', { image, secrets: { DB_PASSWORD: ecs.Secret.fromSecretsManager(secret) } });
  const resource = taskDefinition.node.defaultChild as ecs.CfnTaskDefinition;
  resource.addPropertyOverride('ContainerDefinitions.0.Secrets.0.ValueFrom',
    'arn:aws:secretsmanager:eu-west-1:111122223333:secret:shop-db-AbCdEf:password');
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
