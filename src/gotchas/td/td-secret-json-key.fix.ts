import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, image }) => {
  const login = new secretsmanager.Secret(stack, 'Login', {
    generateSecretString: { excludePunctuation: true },
  });
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task');
  taskDefinition.addContainer('app', {
    image,
    secrets: { DB_PASSWORD: ecs.Secret.fromSecretsManager(login, 'password') },
  });
};

export const plain: Fix = ({ stack, image }) => {
  const login = new secretsmanager.Secret(stack, 'Login', {
    generateSecretString: {
      secretStringTemplate: JSON.stringify({ username: 'shop' }),
      generateStringKey: 'password',
      excludePunctuation: true,
    },
  });
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task');
  taskDefinition.addContainer('app', {
    image,
    secrets: { DB_PASSWORD: ecs.Secret.fromSecretsManager(login, 'password') },
  });
};
