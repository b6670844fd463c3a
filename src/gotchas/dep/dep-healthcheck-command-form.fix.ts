import * as ecs from 'aws-cdk-lib/aws-ecs';
import { FargateWorkerService } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, image }) => {
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task');
  taskDefinition.addContainer('app', { image });
  const resource = taskDefinition.node.defaultChild as ecs.CfnTaskDefinition;
  resource.addPropertyOverride('ContainerDefinitions.0.HealthCheck.Command', ['curl', '-f', 'http://localhost/']);
};

export const plain: Fix = ({ stack, image }) => {
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task');
  taskDefinition.addContainer('app', {
    image,
    healthCheck: { command: ['CMD-SHELL', 'curl -f http://localhost/ || exit 1'] },
  });
};

export const guarded: Fix = ({ stack, cluster, image }) => {
  new FargateWorkerService(stack, 'Worker', {
    cluster,
    image,
    healthCheck: { command: ['CMD-SHELL', 'curl -f http://localhost/ || exit 1'] },
  });
};

export const refused: Fix = ({ stack, cluster, image }) => {
  new FargateWorkerService(stack, 'Worker', {
    cluster,
    image,
    healthCheck: { command: ['CMD-SHELL', 'curl', '-f', 'http://localhost/'] },
  });
};
