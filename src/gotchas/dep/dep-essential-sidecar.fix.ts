import * as ecs from 'aws-cdk-lib/aws-ecs';
import { FargateWorkerService } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, image, telemetryImage }) => {
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task');
  taskDefinition.addContainer('app', { image });
  taskDefinition.addContainer('telemetry', { image: telemetryImage });
};

export const plain: Fix = ({ stack, image, telemetryImage }) => {
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task');
  taskDefinition.addContainer('app', { image });
  taskDefinition.addContainer('telemetry', { image: telemetryImage, essential: false });
};

export const guarded: Fix = ({ stack, cluster, image, telemetryImage }) => {
  new FargateWorkerService(stack, 'Worker', {
    cluster,
    image,
    sidecars: [{ containerName: 'telemetry', image: telemetryImage, essential: false }],
  });
};
