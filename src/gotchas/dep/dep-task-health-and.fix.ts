import * as ecs from 'aws-cdk-lib/aws-ecs';
import { FargateWorkerService } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, image }) => {
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task');
  taskDefinition.addContainer('proxy', {
    image,
    essential: false,
    healthCheck: { command: ['CMD-SHELL', 'curl -f http://localhost/ || exit 1'] },
  });
  taskDefinition.addContainer('app', { image });
};

export const plain: Fix = ({ stack, image }) => {
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task');
  taskDefinition.addContainer('proxy', {
    image,
    essential: false,
    healthCheck: { command: ['CMD-SHELL', 'curl -f http://localhost/ || exit 1'] },
  });
  taskDefinition.addContainer('app', {
    image,
    healthCheck: { command: ['CMD-SHELL', 'curl -f http://localhost:8080/ || exit 1'] },
  });
};

export const guarded: Fix = ({ stack, cluster, image }) => {
  new FargateWorkerService(stack, 'Worker', {
    cluster,
    image,
    healthCheck: { command: ['CMD-SHELL', 'curl -f http://localhost:8080/ || exit 1'] },
    sidecars: [{
      containerName: 'proxy',
      image,
      essential: false,
      healthCheck: { command: ['CMD-SHELL', 'curl -f http://localhost/ || exit 1'] },
    }],
  });
};
