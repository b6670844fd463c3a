import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as logs from 'aws-cdk-lib/aws-logs';
import { RemovalPolicy, Size } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import type { SidecarOptions } from './sidecar-options';
import { AwsLogs } from '../containers/task-logging';
import { containersOf } from '../tasks/containers-of';
import type { IEcsTask } from '../workload/ecs-task';
import { configBeforeRouter } from '../workload/routed-logs';

const PREFIX = 'awslogs-stream-prefix';
/** Options of awslogs that do not depend on the lines that a container writes. */
const SHARED = ['awslogs-group', 'awslogs-region', 'awslogs-create-group', 'awslogs-endpoint', 'mode', 'max-buffer-size'];
const MODE = { mode: ecs.AwsLogDriverMode.NON_BLOCKING, maxBufferSize: Size.mebibytes(25) };

/** The driver for the output of a sidecar itself: awslogs, also in a task whose other containers log through a router. */
export function ownLogs(part: Construct, { task, logGroup }: Pick<SidecarOptions, 'task' | 'logGroup'>, containerName: string): ecs.LogDriver {
  if (logGroup) return ecs.LogDrivers.awsLogs({ logGroup, streamPrefix: part.node.path.replace(/[:*]/g, '-'), ...MODE });
  return likeOthers(task, containerName) ?? inGroupOf(task, containerName) ?? ecs.LogDrivers.awsLogs({
    logGroup: new logs.LogGroup(part, 'LogGroup', { retention: logs.RetentionDays.ONE_MONTH, removalPolicy: RemovalPolicy.RETAIN }),
    streamPrefix: containerName,
    ...MODE,
  });
}

/** The configuration of a container that logs with awslogs, whose group the execution role may write to. */
function likeOthers({ taskDefinition, mainContainer }: IEcsTask, containerName: string): ecs.LogDriver | undefined {
  for (const container of [mainContainer, ...containersOf(taskDefinition)]) {
    const { logDriver, options = {} } = configBeforeRouter(container) ?? {};
    if (logDriver !== 'awslogs') continue;
    const own = Object.entries(options).filter(([option]) => SHARED.includes(option));
    const prefix = options[PREFIX] === container.containerName ? undefined : options[PREFIX];
    return new AwsLogs({ mode: MODE.mode, ...Object.fromEntries(own), [PREFIX]: prefix ?? containerName });
  }
  return undefined;
}

/** The log group of a service or task of this library whose containers all have drivers of their own. */
function inGroupOf(task: IEcsTask, containerName: string): ecs.LogDriver | undefined {
  const { logGroup } = task as { readonly logGroup?: logs.ILogGroup };
  if (!logGroup) return undefined;
  const isOwn = logGroup.node.scope === task;
  return new AwsLogs({
    'awslogs-group': logGroup.logGroupName,
    'awslogs-region': logGroup.env.region,
    [PREFIX]: isOwn ? containerName : task.node.path.replace(/[:*]/g, '-'),
    'mode': MODE.mode,
    'max-buffer-size': '25m',
  });
}
