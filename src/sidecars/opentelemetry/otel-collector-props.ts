import type { OtelPipeline } from './otel-pipeline';
import type { SidecarOptions } from '../sidecar-options';

/**
 * Properties of an OtelCollector.
 */
export interface OtelCollectorProps extends SidecarOptions {
  /**
   * The destinations of traces, metrics and logs, at least one. A signal is sent to each destination that accepts it.
   */
  readonly pipelines: OtelPipeline[];

  /**
   * The name of the service in traces and metrics (`OTEL_SERVICE_NAME`).
   *
   * @default - the path of the service or task: `Shop/Web`
   */
  readonly serviceName?: string;

  /**
   * The containers that send to the collector.
   *
   * @default - all containers that no part of this library added
   */
  readonly containerNames?: string[];

  /**
   * The name of the collector's container.
   *
   * @default 'otel-collector'
   */
  readonly containerName?: string;

  /**
   * Configuration of the collector to add to the generated one, by section: `{ processors: { … }, service: { pipelines: { … } } }`.
   *
   * Objects are merged, and a list replaces the generated one. In a text, `${env:NAME}` is a variable and `$$` is `$`.
   *
   * @default - the generated configuration
   * @see https://opentelemetry.io/docs/collector/configuration/
   */
  readonly config?: { [section: string]: any };
}
