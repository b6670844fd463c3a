import * as ecs from 'aws-cdk-lib/aws-ecs';
import { FargateWorkerService } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, image }) => {
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task');
  taskDefinition.addContainer('app', {
    image,
    ulimits: [{ name: ecs.UlimitName.NOFILE, softLimit: 1024, hardLimit: 1048576 }],
  });
};

export const plain: Fix = ({ stack, image }) => {
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task');
  taskDefinition.addContainer('app', {
    image,
    ulimits: [{ name: ecs.UlimitName.NOFILE, softLimit: 262144, hardLimit: 1048576 }],
  });
};

export const guarded: Fix = ({ stack, cluster, image }) => {
  new FargateWorkerService(stack, 'Worker', {
    cluster,
    image,
    ulimits: [{ name: ecs.UlimitName.NOFILE, softLimit: 262144, hardLimit: 1048576 }],
  });
};

export const refused: Fix = ({ stack, cluster, image }) => {
  new FargateWorkerService(stack, 'Worker', {
    cluster,
    image,
    ulimits: [{ name: ecs.UlimitName.NOFILE, softLimit: 262144, hardLimit: 65536 }],
  });
};
