import type * as ecs from 'aws-cdk-lib/aws-ecs';
import type * as kms from 'aws-cdk-lib/aws-kms';
import type * as logs from 'aws-cdk-lib/aws-logs';
import type { RemovalPolicy, Size } from 'aws-cdk-lib/core';

/**
 * Log group and mode of the containers of a task.
 */
export interface LoggingOptions {
  /**
   * A log group that exists or is made elsewhere, in place of one of our own.
   *
   * @default - a log group of the service's own
   */
  readonly logGroup?: logs.ILogGroup;

  /**
   * The name of the service's own log group.
   *
   * @default - a name that CloudFormation makes up
   */
  readonly logGroupName?: string;

  /**
   * Retention of the service's own log group.
   *
   * @default RetentionDays.ONE_MONTH
   */
  readonly retention?: logs.RetentionDays;

  /**
   * Removal policy of the service's own log group.
   *
   * @default RemovalPolicy.RETAIN
   */
  readonly removalPolicy?: RemovalPolicy;

  /**
   * The key that encrypts the service's own log group.
   *
   * The policy of a key of the app then allows CloudWatch Logs to use it. That of an imported key is never edited, must allow it already, and draws a warning.
   *
   * https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html
   *
   * @default - encrypted by CloudWatch Logs with a key of its own
   */
  readonly encryptionKey?: kms.IKey;

  /**
   * The first part of the names of the log streams, as in `<streamPrefix>/<container>/<task id>`.
   *
   * @default - the name of the container; in a `logGroup` that others can log to as well, the path of the service: `Shop/Web`
   */
  readonly streamPrefix?: string;

  /**
   * Behaviour of the log driver when its buffer is full: `NON_BLOCKING` drops what the buffer can't hold, `BLOCKING`
   * makes the container wait.
   *
   * @default AwsLogDriverMode.NON_BLOCKING
   * @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LogConfiguration.html
   */
  readonly mode?: ecs.AwsLogDriverMode;

  /**
   * Size of the buffer in `NON_BLOCKING` mode.
   *
   * @default Size.mebibytes(25)
   */
  readonly maxBufferSize?: Size;
}
