import * as ecs from 'aws-cdk-lib/aws-ecs';
import { FargateWorkerService } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, image, logging }) => {
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'ShopTask', { cpu: 256, memoryLimitMiB: 512 });
  taskDefinition.addContainer('app', {
    image,
    logging,
    environment: { DATABASE_URL: 'postgres://shop:hunter2@db.shop.local/shop' },
  });
};

export const plain: Fix = ({ stack, image, logging, secret }) => {
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'ShopTask', { cpu: 256, memoryLimitMiB: 512 });
  taskDefinition.addContainer('app', {
    image,
    logging,
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

export const refused: Fix = ({ stack, cluster, image }) => {
  new FargateWorkerService(stack, 'Worker', {
    cluster,
    image,
    environment: { DATABASE_URL: 'postgres://shop:hunter2@db.shop.local/shop' },
  });
};
