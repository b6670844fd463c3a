import type * as ecs from 'aws-cdk-lib/aws-ecs';
import type * as logs from 'aws-cdk-lib/aws-logs';

/**
 * A kind of telemetry.
 */
export enum OtelSignal {
  /**
   * Traces: what a request did, across services.
   */
  TRACES = 'traces',

  /**
   * Metrics: numbers over time.
   */
  METRICS = 'metrics',

  /**
   * Logs.
   */
  LOGS = 'logs',
}

/**
 * Options of a pipeline to X-Ray.
 */
export interface XrayPipelineOptions {
  /**
   * True if the SDK of the application reads its sampling rules from X-Ray (`OTEL_TRACES_SAMPLER=xray`).
   *
   * The collector then answers at port 2000, and the task role can read sampling rules.
   *
   * @default false
   * @see https://docs.aws.amazon.com/xray/latest/devguide/xray-console-sampling.html
   */
  readonly remoteSampling?: boolean;
}

/**
 * Options of a pipeline to CloudWatch.
 */
export interface CloudWatchPipelineOptions {
  /**
   * The CloudWatch namespace of the metrics. The attributes of a metric are its dimensions, so two services in one namespace are one metric.
   */
  readonly namespace: string;

  /**
   * The log group that carries the metrics, in the embedded metric format.
   *
   * @default - a new log group that keeps a month
   * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format.html
   */
  readonly logGroup?: logs.ILogGroup;
}

/**
 * Options of a pipeline to a destination of OTLP.
 */
export interface OtlpPipelineOptions {
  /**
   * Headers of HTTP whose values are secrets: the key of a vendor, for example. The execution role gets to read exactly these.
   *
   * @default - no headers
   */
  readonly headers?: { [name: string]: ecs.Secret };

  /**
   * The signals that the destination accepts.
   *
   * @default - traces, metrics and logs
   */
  readonly signals?: OtelSignal[];
}
