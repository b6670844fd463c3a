import * as ecs from 'aws-cdk-lib/aws-ecs';
import { FargateSize, FargateWorkerService } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, image, telemetryImage }) => {
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task', { cpu: 512, memoryLimitMiB: 1024 });
  taskDefinition.addContainer('app', { image, cpu: 384, memoryReservationMiB: 1536 });
  taskDefinition.addContainer('telemetry', {
    image: telemetryImage,
    cpu: 128,
    memoryLimitMiB: 256,
    essential: false,
  });
};

export const plain: Fix = ({ stack, image, telemetryImage }) => {
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task', { cpu: 512, memoryLimitMiB: 1024 });
  taskDefinition.addContainer('app', { image, cpu: 384, memoryReservationMiB: 768 });
  taskDefinition.addContainer('telemetry', {
    image: telemetryImage,
    cpu: 128,
    memoryLimitMiB: 256,
    essential: false,
  });
};

export const guarded: Fix = ({ stack, cluster, image, telemetryImage }) => {
  new FargateWorkerService(stack, 'Worker', {
    cluster,
    image,
    size: FargateSize.of(512, 1024),
    cpu: 384,
    memoryReservationMiB: 768,
    sidecars: [{
      containerName: 'telemetry',
      image: telemetryImage,
      cpu: 128,
      memoryLimitMiB: 256,
      essential: false,
    }],
  });
};

export const refused: Fix = ({ stack, cluster, image, telemetryImage }) => {
  new FargateWorkerService(stack, 'Worker', {
    cluster,
    image,
    size: FargateSize.of(256, 512),
    memoryReservationMiB: 384,
    sidecars: [{ containerName: 'telemetry', image: telemetryImage, memoryReservationMiB: 256, essential: false }],
  });
};
