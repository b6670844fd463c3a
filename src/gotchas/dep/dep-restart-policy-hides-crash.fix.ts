import * as ecs from 'aws-cdk-lib/aws-ecs';
import { Duration } from 'aws-cdk-lib/core';
import { FargateWorkerService } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, cluster, image }) => {
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task');
  taskDefinition.addContainer('app', {
    image,
    enableRestartPolicy: true,
    restartAttemptPeriod: Duration.minutes(5),
  });
  new ecs.FargateService(stack, 'Service', { cluster, taskDefinition, circuitBreaker: { rollback: true } });
};

export const plain: Fix = ({ stack, cluster, image }) => {
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task');
  taskDefinition.addContainer('app', {
    image,
    enableRestartPolicy: true,
    restartAttemptPeriod: Duration.minutes(5),
    healthCheck: { command: ['CMD-SHELL', 'curl -f http://localhost/ || exit 1'] },
  });
  new ecs.FargateService(stack, 'Service', { cluster, taskDefinition, circuitBreaker: { rollback: true } });
};

export const guarded: Fix = ({ stack, cluster, image }) => {
  new FargateWorkerService(stack, 'Worker', {
    cluster,
    image,
    restartPolicy: { restartAttemptPeriod: Duration.minutes(5) },
    healthCheck: { command: ['CMD-SHELL', 'curl -f http://localhost/ || exit 1'] },
  });
};

export const refused: Fix = ({ stack, cluster, image }) => {
  new FargateWorkerService(stack, 'Worker', { cluster, image, restartPolicy: { restartAttemptPeriod: Duration.seconds(10) } });
};
