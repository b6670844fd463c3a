import * as ecs from 'aws-cdk-lib/aws-ecs';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, image, secret }) => {
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task');
  taskDefinition.addContainer('app', {
    image,
    logging: new ecs.GenericLogDriver({
      logDriver: 'splunk', secretOptions: { 'splunk-token': ecs.Secret.fromSecretsManager(secret) },
    }),
  });
};

export const plain: Fix = ({ stack, image, secret }) => {
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task');
  taskDefinition.addContainer('app', {
    image,
    logging: ecs.LogDrivers.splunk({
      url: 'https://splunk.example.com:8088', secretToken: ecs.Secret.fromSecretsManager(secret),
    }),
  });
};
