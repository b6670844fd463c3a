import type * as logs from 'aws-cdk-lib/aws-logs';
import type { Duration } from 'aws-cdk-lib/core';
import type { SidecarOptions } from '../sidecar-options';

/**
 * Metrics that containers send in the format of StatsD.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch-Agent-custom-metrics-statsd.html
 */
export interface StatsdOptions {
  /**
   * The CloudWatch namespace of the metrics. The task role can write to this one only.
   */
  readonly namespace: string;

  /**
   * The time over which values are summed up to one, in whole seconds. Below a minute, CloudWatch charges for metrics of high resolution.
   *
   * @default Duration.seconds(60)
   */
  readonly aggregationInterval?: Duration;
}

/**
 * Metrics that containers send in the embedded metric format.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Generation_CloudWatch_Agent.html
 */
export interface EmfOptions {
  /**
   * The log group that carries the metrics. The libraries of AWS find its name in `AWS_EMF_LOG_GROUP_NAME`. Other programs must write it to
   * `LogGroupName` of each event.
   *
   * @default - a new log group that keeps a month
   */
  readonly logGroup?: logs.ILogGroup;
}

/**
 * Properties of a CloudWatchAgent.
 */
export interface CloudWatchAgentProps extends SidecarOptions {
  /**
   * Receives metrics in the format of StatsD, on UDP port 8125.
   *
   * @default - none are received
   */
  readonly statsd?: StatsdOptions;

  /**
   * Receives metrics in the embedded metric format, on port 25888.
   *
   * @default - none are received
   */
  readonly emf?: EmfOptions;

  /**
   * True if it receives metrics and traces of Application Signals, as `ApplicationSignals` needs it.
   *
   * @default false
   */
  readonly applicationSignals?: boolean;

  /**
   * Configuration of the agent to add to the generated one, by section: `{ agent: { debug: true } }`.
   *
   * Objects are merged, and a list replaces the generated one. The task role gets the permissions for the sections `metrics` and `traces`.
   * For others, such as `logs_collected`, grant them yourself.
   *
   * @default - the generated configuration
   * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch-Agent-Configuration-File-Details.html
   */
  readonly config?: { [section: string]: any };

  /**
   * The containers that send to the agent.
   *
   * @default - all containers that no part of this library added
   */
  readonly containerNames?: string[];

  /**
   * The name of the agent's container.
   *
   * @default 'cloudwatch-agent'
   */
  readonly containerName?: string;
}
