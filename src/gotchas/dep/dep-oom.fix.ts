import * as ecs from 'aws-cdk-lib/aws-ecs';
import { FargateSize, FargateWorkerService } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, image }) => {
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task', { cpu: 512, memoryLimitMiB: 1024 });
  taskDefinition.addContainer('app', { image, environment: { JAVA_TOOL_OPTIONS: '-Xmx1g' } });
};

export const plain: Fix = ({ stack, image }) => {
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task', { cpu: 512, memoryLimitMiB: 1024 });
  taskDefinition.addContainer('app', { image, environment: { JAVA_TOOL_OPTIONS: '-XX:MaxRAMPercentage=75' } });
};

export const guarded: Fix = ({ stack, cluster, image }) => {
  new FargateWorkerService(stack, 'Worker', {
    cluster,
    image,
    size: FargateSize.of(512, 1024),
    environment: { JAVA_TOOL_OPTIONS: '-XX:MaxRAMPercentage=75' },
  });
};
