import * as ecs from 'aws-cdk-lib/aws-ecs';
import { Duration } from 'aws-cdk-lib/core';
import { FargateWorkerService } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, image }) => {
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task');
  taskDefinition.addContainer('app', {
    image,
    healthCheck: {
      command: ['CMD-SHELL', 'curl -f http://localhost/ || exit 1'],
      interval: Duration.seconds(5),
      retries: 1,
    },
  });
};

export const plain: Fix = ({ stack, image }) => {
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task');
  taskDefinition.addContainer('app', {
    image,
    healthCheck: {
      command: ['CMD-SHELL', 'curl -f http://localhost/ || exit 1'],
      interval: Duration.seconds(5),
      retries: 2,
      startPeriod: Duration.minutes(2),
    },
  });
};

export const guarded: Fix = ({ stack, cluster, image }) => {
  new FargateWorkerService(stack, 'Worker', {
    cluster,
    image,
    healthCheck: {
      command: ['CMD-SHELL', 'curl -f http://localhost/ || exit 1'],
      interval: Duration.seconds(5),
      retries: 2,
      startPeriod: Duration.minutes(2),
    },
  });
};
