import * as ecs from 'aws-cdk-lib/aws-ecs';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, cluster, image, logging, secret }) => {
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task');
  taskDefinition.addContainer('app', {
    image,
    logging,
    secrets: { AWS_ACCESS_KEY_ID: ecs.Secret.fromSecretsManager(secret, 'id') },
  });
  new ecs.FargateService(stack, 'Service', {
    cluster, taskDefinition, minHealthyPercent: 100, enableExecuteCommand: true,
  });
};

export const plain: Fix = ({ stack, cluster, image, logging, secret }) => {
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task');
  taskDefinition.addContainer('app', {
    image,
    logging,
    secrets: { PARTNER_ACCESS_KEY_ID: ecs.Secret.fromSecretsManager(secret, 'id') },
  });
  new ecs.FargateService(stack, 'Service', {
    cluster, taskDefinition, minHealthyPercent: 100, enableExecuteCommand: true,
  });
};
