import * as ecs from 'aws-cdk-lib/aws-ecs';
import { FargateWorkerService } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, image, secret }) => {
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task');
  taskDefinition.addContainer('app', {
    image,
    environment: { DB_PASSWORD: '' },
    secrets: { DB_PASSWORD: ecs.Secret.fromSecretsManager(secret, 'password') },
  });
};

export const plain: Fix = ({ stack, image, secret }) => {
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task');
  taskDefinition.addContainer('app', {
    image,
    environment: { DB_HOST: 'db.shop.local' },
    secrets: { DB_PASSWORD: ecs.Secret.fromSecretsManager(secret, 'password') },
  });
};

export const guarded: Fix = ({ stack, cluster, image, secret }) => {
  new FargateWorkerService(stack, 'Worker', {
    cluster,
    image,
    environment: { DB_HOST: 'db.shop.local' },
    secrets: { DB_PASSWORD: ecs.Secret.fromSecretsManager(secret, 'password') },
  });
};

export const refused: Fix = ({ stack, cluster, image, secret }) => {
  new FargateWorkerService(stack, 'Worker', {
    cluster,
    image,
    environment: { DB_PASSWORD: '' },
    secrets: { DB_PASSWORD: ecs.Secret.fromSecretsManager(secret, 'password') },
  });
};
