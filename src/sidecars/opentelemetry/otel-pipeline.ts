import { CloudWatchExporter } from './cloudwatch-exporter';
import type { DefinedExporter, ExporterPlace, OtelExporter } from './otel-exporter';
import { OtlpExporter } from './otlp-exporter';
import type { CloudWatchPipelineOptions, OtlpPipelineOptions, XrayPipelineOptions } from './pipeline-options';
import { PrometheusExporter } from './prometheus-exporter';
import { XrayExporter } from './xray-exporter';

/**
 * A destination of an OtelCollector: where it sends traces, metrics or logs.
 *
 * @example
 * new OtelCollector(this, 'Collector', {
 *   task: web,
 *   pipelines: [OtelPipeline.xray(), OtelPipeline.cloudWatch({ namespace: 'Shop/Web' })],
 * });
 */
export class OtelPipeline {
  /**
   * Sends traces to X-Ray.
   *
   * @param options the source of the sampling rules
   */
  public static xray(options: XrayPipelineOptions = {}): OtelPipeline {
    return new OtelPipeline(new XrayExporter(options ?? {}));
  }

  /**
   * Sends metrics to CloudWatch, by way of a log group.
   *
   * @param options the namespace and the log group
   */
  public static cloudWatch(options: CloudWatchPipelineOptions): OtelPipeline {
    return new OtelPipeline(new CloudWatchExporter(options));
  }

  /**
   * Sends metrics to a workspace of Amazon Managed Service for Prometheus.
   *
   * @param workspaceArn the ARN of the workspace: `workspace.attrArn` of an `aps.CfnWorkspace`
   */
  public static prometheus(workspaceArn: string): OtelPipeline {
    return new OtelPipeline(new PrometheusExporter(workspaceArn));
  }

  /**
   * Sends traces, metrics and logs to a destination that accepts OTLP over HTTP: an observability service, or another collector.
   *
   * @param url the URL without the path of a signal: `https://otlp.example.com`
   * @param options headers, and the signals that the destination accepts
   */
  public static otlp(url: string, options: OtlpPipelineOptions = {}): OtelPipeline {
    return new OtelPipeline(new OtlpExporter(url, options ?? {}));
  }

  private constructor(private readonly exporter: OtelExporter) {}

  /**
   * The type of the exporter.
   *
   * @internal
   */
  public get _type(): string {
    return this.exporter.type;
  }

  /** @internal */
  public _check(at: string, property: string): void {
    this.exporter.check(at, property);
  }

  /** @internal */
  public _define(place: ExporterPlace): DefinedExporter {
    return this.exporter.define(place);
  }
}
