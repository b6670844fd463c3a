import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as logs from 'aws-cdk-lib/aws-logs';
import { RemovalPolicy, Size, Tokenization } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import type { LoggingOptions } from './logging-options';
import { allowEncryption } from '../permissions/encrypted-logs';
import type { TaskRoleBundle } from '../permissions/task-role-bundle';

/** The log group of a task, and the driver that each of its containers logs through. */
export class TaskLogging {
  public readonly logGroup: logs.ILogGroup;
  private readonly options: { [option: string]: string };
  /** Log stream settings of all containers of the task; a log group of its own needs none. */
  private readonly streamPrefix?: string;

  public constructor(scope: Construct, roles: TaskRoleBundle, options: LoggingOptions = {}) {
    this.logGroup = options.logGroup ?? ownLogGroup(scope, options);
    this.streamPrefix = options.streamPrefix ?? (options.logGroup && streamPrefixOf(scope));
    const mode = options.mode ?? ecs.AwsLogDriverMode.NON_BLOCKING;
    this.options = {
      'awslogs-group': this.logGroup.logGroupName,
      'awslogs-region': this.logGroup.env.region,
      mode,
      ...(mode === ecs.AwsLogDriverMode.NON_BLOCKING ? { 'max-buffer-size': inDockersWords(options.maxBufferSize ?? Size.mebibytes(25)) } : {}),
    };
    roles._allowStart(new iam.PolicyStatement({
      actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
      resources: [this.logGroup.logGroupArn],
    }));
  }

  public driverOf(containerName: string): ecs.LogDriver {
    return new AwsLogs({ ...this.options, 'awslogs-stream-prefix': this.streamPrefix ?? containerName });
  }
}

function ownLogGroup(scope: Construct, { logGroupName, retention, removalPolicy, encryptionKey }: LoggingOptions): logs.LogGroup {
  const logGroup = new logs.LogGroup(scope, 'LogGroup', {
    logGroupName,
    retention: retention ?? logs.RetentionDays.ONE_MONTH,
    removalPolicy: removalPolicy ?? RemovalPolicy.RETAIN,
    encryptionKey,
  });
  if (encryptionKey) allowEncryption(logGroup, encryptionKey);
  return logGroup;
}

/** The path of a service: several services can log to one group, and most of them have a container of the name `app`. */
function streamPrefixOf(scope: Construct): string {
  return scope.node.path.replace(/[:*]/g, '-'); // Not allowed in the name of a stream.
}

/** awslogs without a policy of its own: the execution role may write to the log group once, for all containers. */
export class AwsLogs extends ecs.LogDriver {
  public constructor(private readonly options: { [option: string]: string }) {
    super();
  }

  public bind(): ecs.LogDriverConfig {
    return { logDriver: 'awslogs', options: this.options };
  }
}

/** Size in Docker's spelling. A token can't be converted and keeps its own unit. */
function inDockersWords(size: Size): string {
  const units: [string, () => number][] = [
    ['b', () => size.toBytes()],
    ['k', () => size.toKibibytes()],
    ['m', () => size.toMebibytes()],
    ['g', () => size.toGibibytes()],
  ];
  for (const [unit, count] of units) {
    try {
      return `${Tokenization.stringifyNumber(count())}${unit}`;
    } catch {
      continue; // Another unit.
    }
  }
  return `${size.toBytes()}b`;
}
