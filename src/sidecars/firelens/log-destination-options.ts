import type * as ecs from 'aws-cdk-lib/aws-ecs';
import type * as firehose from 'aws-cdk-lib/aws-kinesisfirehose';
import type * as logs from 'aws-cdk-lib/aws-logs';
import type * as s3 from 'aws-cdk-lib/aws-s3';
import type { Duration } from 'aws-cdk-lib/core';

/**
 * Options that every destination of logs has.
 */
export interface LogDestinationOptions {
  /**
   * Further options of the output plugin of Fluent Bit, by their names. An option that the destination sets is refused.
   *
   * @default - none
   * @see https://docs.fluentbit.io/manual/data-pipeline/outputs
   */
  readonly pluginOptions?: { [option: string]: string };
}

/**
 * Options of logs in CloudWatch Logs.
 */
export interface CloudWatchLogsOptions extends LogDestinationOptions {
  /**
   * The log group.
   *
   * @default - the log group of the service or task; for a task definition of the CDK, a log group of the part
   */
  readonly logGroup?: logs.ILogGroup;

  /**
   * Retention of a log group of the part.
   *
   * @default RetentionDays.ONE_MONTH
   */
  readonly retention?: logs.RetentionDays;

  /**
   * The first part of the names of the streams, as in `<streamPrefix>app-firelens-<task id>`.
   *
   * @default - the path of the service or task with a slash: `Shop/Web/`
   */
  readonly streamPrefix?: string;

  /**
   * True if only the line that the container wrote is kept, without the fields that the router adds.
   *
   * @default false
   */
  readonly messageOnly?: boolean;
}

/**
 * Options of logs in Amazon Data Firehose.
 */
export interface FirehoseLogsOptions extends LogDestinationOptions {
  /**
   * The delivery stream.
   */
  readonly deliveryStream: firehose.IDeliveryStream;
}

/**
 * Options of logs in a bucket.
 */
export interface S3LogsOptions extends LogDestinationOptions {
  /**
   * The bucket.
   */
  readonly bucket: s3.IBucket;

  /**
   * The first part of the keys, without a slash at either end. A date and a unique name follow.
   *
   * @default - the path of the service or task: `Shop/Web`
   */
  readonly prefix?: string;

  /**
   * Longest time that lines are on the disk of the task before they are an object, 10 to 3600 s. A task that is killed loses these lines.
   *
   * @default Duration.minutes(1)
   */
  readonly uploadAfter?: Duration;
}

/**
 * Options of logs in Datadog.
 */
export interface DatadogLogsOptions extends LogDestinationOptions {
  /**
   * The API key. The execution role can read this secret.
   */
  readonly apiKey: ecs.Secret;

  /**
   * The Datadog site of the account.
   *
   * @default 'datadoghq.com'
   * @see https://docs.datadoghq.com/getting_started/site/
   */
  readonly site?: string;

  /**
   * The name of the service in Datadog: `service` of the unified tags.
   *
   * @default - Datadog finds it in the logs, if at all
   */
  readonly service?: string;

  /**
   * The technology that writes the logs, such as `nodejs`: Datadog chooses the pipeline for the logs by it.
   *
   * @default - none
   */
  readonly source?: string;

  /**
   * Tags of all logs, such as `env` and `version`.
   *
   * @default - none
   */
  readonly tags?: { [name: string]: string };
}

/**
 * Options of logs that are sent by HTTPS.
 */
export interface HttpLogsOptions extends LogDestinationOptions {
  /**
   * The host that receives the logs.
   */
  readonly host: string;

  /**
   * The port.
   *
   * @default 443
   */
  readonly port?: number;

  /**
   * The path, with a slash at the front.
   *
   * @default '/'
   */
  readonly path?: string;

  /**
   * A header with a credential: the value of the secret is the name of the header, a space and its value, as in
   * `Authorization Bearer abc`. The execution role can read this secret.
   *
   * @default - no header
   */
  readonly secretHeader?: ecs.Secret;

  /**
   * The format of the body: `json`, `json_lines`, `json_stream`, `gelf` or `msgpack`.
   *
   * @default 'json'
   */
  readonly format?: string;
}
