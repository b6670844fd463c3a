import * as ecs from 'aws-cdk-lib/aws-ecs';
import { FargateWorkerService } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

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
