import type * as firehose from 'aws-cdk-lib/aws-kinesisfirehose';
import * as logs from 'aws-cdk-lib/aws-logs';
import { Arn, ArnFormat, RemovalPolicy, Token, Tokenization } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import type { CloudWatchLogsOptions, FirehoseLogsOptions, S3LogsOptions } from './log-destination-options';
import { pathOfTask, type LogRoute, type LogTarget } from './log-route';
import { checkSeconds, checkText } from '../../checks/arguments';
import { refuse } from '../../gotchas/enforce';
import type { IEcsTask } from '../../workload/ecs-task';

const S3_DOCS = 'https://docs.fluentbit.io/manual/data-pipeline/outputs/s3';
const STREAM_DOCS = 'https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_CreateLogStream.html';
/** The directory in which the plugin collects lines. */
const STORE = '/tmp/fluent-bit';
/** Below the limit of the plugin for objects that are put at once. */
const OBJECT_SIZE = '40M';

/** A log group. */
export class CloudWatchTarget implements LogTarget {
  public readonly optionNames = ['Name', 'region', 'log_group_name', 'log_stream_prefix', 'log_stream_name', 'auto_create_group', 'log_key'];
  public readonly pluginOptions: LogTarget['pluginOptions'];

  public constructor(private readonly options: CloudWatchLogsOptions) {
    this.pluginOptions = options.pluginOptions;
  }

  public check(at: string): void {
    const { streamPrefix, logGroup, retention } = this.options;
    checkText(at, 'destination.streamPrefix', streamPrefix, /^[^:*]{1,400}$/, 'have 1 to 400 characters without colons and asterisks', STREAM_DOCS);
    if (!logGroup || retention === undefined) return;
    refuse({
      headline: 'destination.retention is set beside logGroup, whose retention is its own',
      at,
      property: 'destination.retention',
      fix: 'leave out retention, or leave out logGroup',
    });
  }

  public route(part: Construct, task: IEcsTask): LogRoute {
    const { streamPrefix = `${pathOfTask(task)}/`, messageOnly } = this.options;
    const logGroup = this.logGroup(part, task);
    return {
      options: {
        Name: 'cloudwatch_logs',
        region: logGroup.env.region,
        log_group_name: logGroup.logGroupName,
        log_stream_prefix: streamPrefix,
        auto_create_group: 'false',
        ...messageOnly ? { log_key: 'log' } : {},
      },
      permissions: [{ actions: ['logs:CreateLogStream', 'logs:PutLogEvents'], resources: [logGroup.logGroupArn] }],
    };
  }

  private logGroup(part: Construct, task: IEcsTask): logs.ILogGroup {
    const { logGroup, retention = logs.RetentionDays.ONE_MONTH } = this.options;
    // A retention that is set is for a group of the part.
    const ofTask = this.options.retention === undefined ? (task as { readonly logGroup?: logs.ILogGroup }).logGroup : undefined;
    return logGroup ?? ofTask ?? new logs.LogGroup(part, 'Destination', { retention, removalPolicy: RemovalPolicy.RETAIN });
  }
}

/** A delivery stream of Amazon Data Firehose. */
export class FirehoseTarget implements LogTarget {
  public readonly optionNames = ['Name', 'region', 'delivery_stream'];
  public readonly pluginOptions: LogTarget['pluginOptions'];

  public constructor(private readonly options: FirehoseLogsOptions) {
    this.pluginOptions = options.pluginOptions;
  }

  public route(): LogRoute {
    const { deliveryStream } = this.options;
    return {
      options: { Name: 'kinesis_firehose', region: regionOf(deliveryStream), delivery_stream: deliveryStream.deliveryStreamName },
      permissions: [{ actions: ['firehose:PutRecordBatch'], resources: [deliveryStream.deliveryStreamArn] }],
    };
  }
}

/** The region of a delivery stream: an imported one has it in its ARN only. */
function regionOf({ deliveryStreamArn, env }: firehose.IDeliveryStream): string {
  return Token.isUnresolved(deliveryStreamArn) ? env.region : Arn.split(deliveryStreamArn, ArnFormat.SLASH_RESOURCE_NAME).region ?? env.region;
}

/** A bucket. */
export class S3Target implements LogTarget {
  public readonly optionNames = ['Name', 'region', 'bucket', 's3_key_format', 'use_put_object', 'compression', 'total_file_size', 'upload_timeout', 'store_dir'];
  public readonly pluginOptions: LogTarget['pluginOptions'];

  public constructor(private readonly options: S3LogsOptions) {
    this.pluginOptions = options.pluginOptions;
  }

  public check(at: string): void {
    const { prefix, uploadAfter } = this.options;
    checkText(at, 'destination.prefix', prefix, /^[^/$%\s][^$%\s]{0,300}$/, 'not begin with a slash, and have none of $, % and spaces', S3_DOCS);
    checkText(at, 'destination.prefix', prefix, /[^/]$/, 'not end with a slash', S3_DOCS);
    checkSeconds(at, 'destination.uploadAfter', uploadAfter, { min: 10, max: 3600, docs: S3_DOCS });
  }

  public route(_part: Construct, task: IEcsTask): LogRoute {
    const { bucket, prefix = pathOfTask(task), uploadAfter } = this.options;
    return {
      options: {
        Name: 's3',
        region: bucket.env.region,
        bucket: bucket.bucketName,
        s3_key_format: `/${prefix}/$TAG/%Y/%m/%d/%H-%M-%S-$UUID.gz`,
        use_put_object: 'On',
        compression: 'gzip',
        total_file_size: OBJECT_SIZE,
        upload_timeout: `${Tokenization.stringifyNumber(uploadAfter?.toSeconds() ?? 60)}s`,
        store_dir: STORE,
      },
      permissions: [
        { actions: ['s3:PutObject'], resources: [bucket.arnForObjects(`${prefix}/*`)] },
        ...bucket.encryptionKey ? [{ actions: ['kms:GenerateDataKey'], resources: [bucket.encryptionKey.keyArn] }] : [],
      ],
      directory: STORE,
    };
  }
}
