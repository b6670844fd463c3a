import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import type * as sqs from 'aws-cdk-lib/aws-sqs';
import { Duration, Lazy } from 'aws-cdk-lib/core';
import { isMeasuredEvery20Seconds } from './high-resolution';
import type { IScalableService } from '../workload/scalable-service';

/** Each task sends a sample a minute. With a resolution of 20 seconds it sends three. */
const SAMPLES = { everyMinute: 'samples', every20Seconds: '(samples / 3)' };

/** Share of a task in a queue: its number of messages, and of those that it works on at a time. */
export interface TaskShare {
  readonly messages: number;
  readonly concurrency: number;
}

/** A service keeps its tasks as long as more than this part of one task less would be at work. */
const BUSY = 0.9;
/** A part of the target at which target tracking neither adds tasks nor takes them away: it does that below nine tenths. */
const HOLD = 0.95;

/**
 * The messages of a queue for each task, in work or waiting. Where one task less would hardly do for those in work it is near the
 * target at least: without that, a queue that is processed in time would count as too many tasks until one too few is left.
 *
 * Arithmetic treats a missing value as 0, and a division by 0 drops the point: there is none until the queue and the
 * service have both reported a minute, and none while no task runs. `FILL` would put a value into the newest minute, and `IF`
 * puts a 0 where its condition holds and its value is missing: no three minutes in a row would ever be above the target.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/using-metric-math.html
 */
export function backlogPerTask(queue: sqs.IQueue, service: IScalableService, { messages, concurrency }: TaskShare): cloudwatch.MathExpression {
  const [hold, busy] = [HOLD * messages, BUSY * concurrency].map((value) => Number(value.toPrecision(6)));
  const oneTaskLess = Lazy.string({ produce: () => `${busy} - ${busy} / ${samplesOf(service)}` });
  const period = Duration.minutes(1);
  const usingMetrics = {
    visible: queue.metricApproximateNumberOfMessagesVisible({ statistic: 'Maximum' }),
    inFlight: queue.metricApproximateNumberOfMessagesNotVisible({ statistic: 'Maximum' }),
    samples: samples(service),
  };
  const perTask = (of: string) => new cloudwatch.MathExpression({
    expression: Lazy.string({ produce: () => `${of} / (${samplesOf(service)} * (visible >= 0))` }), usingMetrics, period,
  });
  return new cloudwatch.MathExpression({
    expression: `IF((inWork > ${oneTaskLess}) AND (backlog < ${hold}), ${hold}, backlog)`,
    label: 'Messages per task',
    usingMetrics: { backlog: perTask('(visible + inFlight)'), inWork: perTask('inFlight'), samples: usingMetrics.samples },
    period,
  });
}

/**
 * The messages of a queue while no task runs, else 0.
 *
 * The service reports two or three minutes later than the queue: of a period of four minutes there is always a sample while a
 * task runs, so that late reports of tasks don't count as no tasks.
 */
export function messagesWithoutTasks(queue: sqs.IQueue, service: IScalableService): cloudwatch.MathExpression {
  return new cloudwatch.MathExpression({
    expression: 'IF(samples + 0 * visible < 1, visible, 0)',
    label: 'Messages without a task',
    usingMetrics: {
      visible: queue.metricApproximateNumberOfMessagesVisible({ statistic: 'Maximum' }),
      samples: samples(service),
    },
    period: Duration.minutes(4),
  });
}

/** Number of samples, one from each task. */
function samples(service: IScalableService): cloudwatch.Metric {
  return new cloudwatch.Metric({
    namespace: 'AWS/ECS',
    metricName: 'CPUUtilization',
    dimensionsMap: { ClusterName: service.clusterName, ServiceName: service.serviceName },
    statistic: 'SampleCount',
  });
}

function samplesOf(service: IScalableService): string {
  return isMeasuredEvery20Seconds(service, 'CPUUtilization') ? SAMPLES.every20Seconds : SAMPLES.everyMinute;
}
