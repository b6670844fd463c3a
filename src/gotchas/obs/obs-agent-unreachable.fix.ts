import { FargateWorkerService, OtelCollector, OtelPipeline } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ taskDefinition, telemetryImage, logging }) => {
  taskDefinition.addContainer('collector', { image: telemetryImage, essential: false, logging });
  taskDefinition.defaultContainer?.addEnvironment('OTEL_EXPORTER_OTLP_ENDPOINT', 'http://collector:4318');
};

export const plain: Fix = ({ taskDefinition, telemetryImage, logging }) => {
  taskDefinition.addContainer('collector', { image: telemetryImage, essential: false, logging });
  taskDefinition.defaultContainer?.addEnvironment('OTEL_EXPORTER_OTLP_ENDPOINT', 'http://localhost:4318');
};

export const guarded: Fix = ({ stack, cluster, image }) => {
  const task = new FargateWorkerService(stack, 'Worker', { cluster, image });
  new OtelCollector(stack, 'Collector', { task, pipelines: [OtelPipeline.xray()] });
};
