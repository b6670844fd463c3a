import { FargateWorkerService, OtelCollector, OtelPipeline } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ taskDefinition, telemetryImage, logging }) => {
  taskDefinition.addContainer('collector', {
    image: telemetryImage,
    essential: false,
    logging,
    healthCheck: { command: ['CMD-SHELL', 'curl -f http://127.0.0.1:13133/ || exit 1'] },
  });
};

export const plain: Fix = ({ taskDefinition, telemetryImage, logging }) => {
  taskDefinition.addContainer('collector', {
    image: telemetryImage,
    essential: false,
    logging,
    healthCheck: { command: ['CMD', '/healthcheck'] },
  });
};

export const guarded: Fix = ({ stack, cluster, image }) => {
  const task = new FargateWorkerService(stack, 'Worker', { cluster, image });
  new OtelCollector(stack, 'Collector', { task, pipelines: [OtelPipeline.xray()] });
};
