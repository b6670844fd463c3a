import * as ecs from 'aws-cdk-lib/aws-ecs';
import { FargateWorkerService } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, image }) => {
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task');
  taskDefinition.addContainer('app', {
    image,
    logging: new ecs.GenericLogDriver({
      logDriver: 'splunk',
      options: {
        'splunk-url': 'https://splunk.example.com:8088',
        'splunk-token': '0a1b2c3d-0000-0000-0000-000000000000',
      },
    }),
  });
};

export const plain: Fix = ({ stack, image, secret }) => {
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task');
  taskDefinition.addContainer('app', {
    image,
    logging: ecs.LogDrivers.splunk({
      url: 'https://splunk.example.com:8088',
      secretToken: ecs.Secret.fromSecretsManager(secret, 'token'),
    }),
  });
};

export const guarded: Fix = ({ stack, cluster, image, secret }) => {
  new FargateWorkerService(stack, 'Worker', {
    cluster,
    image,
    logDriver: ecs.LogDrivers.splunk({
      url: 'https://splunk.example.com:8088',
      secretToken: ecs.Secret.fromSecretsManager(secret, 'token'),
    }),
  });
};
