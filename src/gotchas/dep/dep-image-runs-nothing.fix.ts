import * as ecs from 'aws-cdk-lib/aws-ecs';
import { FargateWorkerService } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, cluster, logging }) => {
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task');
  taskDefinition.addContainer('app', {
    image: ecs.ContainerImage.fromRegistry('public.ecr.aws/docker/library/node:22'),
    logging,
  });
  new ecs.FargateService(stack, 'Service', { cluster, taskDefinition, minHealthyPercent: 100 });
};

export const plain: Fix = ({ stack, cluster, logging }) => {
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task');
  taskDefinition.addContainer('app', {
    image: ecs.ContainerImage.fromRegistry('public.ecr.aws/docker/library/node:22'),
    command: ['node', '-e', 'setInterval(() => console.log(process.uptime()), 60_000)'],
    logging,
  });
  new ecs.FargateService(stack, 'Service', { cluster, taskDefinition, minHealthyPercent: 100 });
};

export const guarded: Fix = ({ stack, cluster }) => {
  new FargateWorkerService(stack, 'Worker', {
    cluster,
    image: ecs.ContainerImage.fromRegistry('public.ecr.aws/docker/library/node:22'),
    command: ['node', '-e', 'setInterval(() => console.log(process.uptime()), 60_000)'],
  });
};
