import type { Construct } from 'constructs';
import { CloudWatchTarget, FirehoseTarget, S3Target } from './aws-log-targets';
import { DatadogTarget, HttpTarget } from './http-log-targets';
import type {
  CloudWatchLogsOptions, DatadogLogsOptions, FirehoseLogsOptions, HttpLogsOptions, S3LogsOptions,
} from './log-destination-options';
import type { LogRoute, LogTarget } from './log-route';
import { readProps } from '../../checks/read-props';
import { refuse } from '../../gotchas/enforce';
import type { IEcsTask } from '../../workload/ecs-task';

const DOCS = 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/firelens-taskdef.html';
/** Options that FireLensLogs sets for every destination. */
const OF_PART = ['Match', 'retry_limit', 'log-driver-buffer-limit'];

/**
 * A destination of the logs that a FireLens router receives.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using_firelens.html
 *
 * @example
 * const archive = new s3.Bucket(this, 'Archive');
 * new FireLensLogs(this, 'Logs', { task: web, destination: LogDestination.s3({ bucket: archive }) });
 */
export class LogDestination {
  /**
   * Logs in CloudWatch Logs, in a log group that exists: the router creates none.
   *
   * @param options the log group and its streams
   */
  public static cloudWatch(options: CloudWatchLogsOptions = {}): LogDestination {
    return new LogDestination(new CloudWatchTarget(readProps('LogDestination.cloudWatch', options)));
  }

  /**
   * Logs in a delivery stream of Amazon Data Firehose.
   *
   * @param options the delivery stream
   */
  public static firehose(options: FirehoseLogsOptions): LogDestination {
    return new LogDestination(new FirehoseTarget(readProps('LogDestination.firehose', options, ['deliveryStream'])));
  }

  /**
   * Logs in a bucket, as compressed objects with one JSON object on each line.
   *
   * The router collects lines on the disk of the task until `uploadAfter`.
   *
   * @param options the bucket and the keys
   */
  public static s3(options: S3LogsOptions): LogDestination {
    return new LogDestination(new S3Target(readProps('LogDestination.s3', options, ['bucket'])));
  }

  /**
   * Logs in Datadog, with the key as a secret.
   *
   * @param options the key, the site and the tags
   */
  public static datadog(options: DatadogLogsOptions): LogDestination {
    return new LogDestination(new DatadogTarget(readProps('LogDestination.datadog', options, ['apiKey'])));
  }

  /**
   * Logs that are sent to a host by HTTPS.
   *
   * @param options the host, and a header with a credential
   */
  public static http(options: HttpLogsOptions): LogDestination {
    return new LogDestination(new HttpTarget(readProps('LogDestination.http', options, ['host'])));
  }

  private constructor(private readonly target: LogTarget) {}

  /**
   * Throws for options that can't be right.
   *
   * @internal
   */
  public _check(at: string): void {
    const { pluginOptions = {}, optionNames } = this.target;
    const own = [...optionNames, ...OF_PART].map((option) => option.toLowerCase());
    const taken = Object.keys(pluginOptions).find((option) => own.includes(option.toLowerCase()));
    if (taken !== undefined) refuseTaken(at, taken);
    this.target.check?.(at);
  }

  /**
   * The way to the destination, with the options that the app adds.
   *
   * @internal
   */
  public _route(part: Construct, task: IEcsTask): LogRoute {
    const route = this.target.route(part, task);
    return { ...route, options: { ...route.options, ...this.target.pluginOptions } };
  }
}

function refuseTaken(at: string, option: string): never {
  return refuse({
    headline: `pluginOptions has '${option}', which has a property of its own or one value only`,
    at,
    property: 'destination.pluginOptions',
    fix: `leave ${option} out of pluginOptions`,
    docs: DOCS,
  });
}
