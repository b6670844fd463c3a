import type * as appscaling from 'aws-cdk-lib/aws-applicationautoscaling';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import type * as sqs from 'aws-cdk-lib/aws-sqs';
import { Lazy, Stack, Token, type Duration } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { checkConcurrency, messagesPerTask } from './messages-per-task';
import { queriesOf } from './metric-queries';
import { backlogPerTask, messagesWithoutTasks } from './queue-metrics';
import { addStepPolicy } from './step-policy';
import type { TargetScalingProps } from './target-scaling-props';
import { checkTargetScaling, trackTarget } from './target-tracking';
import { TaskCountRange } from './task-count-range';
import { wakeSteps } from './wake-steps';
import { readScalingProps } from '../checks/check-workload';
import { pathOf } from '../checks/path-of';
import { checkPlaces } from '../checks/same-place';
import { render } from '../gotchas/message';
import { sclZeroCannotReturn } from '../gotchas/scl/scl-zero-cannot-return';
import type { IScalableService } from '../workload/scalable-service';

/**
 * Properties of a QueueBacklogScaling.
 */
export interface QueueBacklogScalingProps extends TargetScalingProps {
  /**
   * The service that works on the messages.
   */
  readonly service: IScalableService;

  /**
   * The queue. For several queues add a part each: they share one range.
   */
  readonly queue: sqs.IQueue;

  /**
   * Time that a message may need from its arrival until it is done.
   */
  readonly acceptableLatency: Duration;

  /**
   * Time that a task works on one message, on average.
   */
  readonly averageProcessingTime: Duration;

  /**
   * Number of messages that a task works on at a time.
   *
   * @default 1
   */
  readonly concurrency?: number;
}

/** Until the tasks that a message wakes have reported themselves. */
const WAKE_COOLDOWN_SECONDS = 300;

/**
 * Runs as many tasks as a queue needs for each message to be worked on in time: the messages per task are kept at what one task
 * works on in the acceptable latency. Messages in work count too, so that tasks at work are not taken away for an empty queue.
 *
 * With a `minCapacity` of 0, which must be set, the service sleeps while the queue is empty, and an alarm starts its first tasks.
 * A queue that was empty for hours stops its metrics and takes up to 15 minutes to resume them: 1 or more is faster.
 *
 * No function and no metric of its own is needed. Of several policies on one service, the one that asks for most tasks counts.
 *
 * @see https://docs.aws.amazon.com/autoscaling/ec2/userguide/as-using-sqs-queue.html
 *
 * @example
 * new QueueBacklogScaling(this, 'Backlog', {
 *   service: worker,
 *   queue,
 *   acceptableLatency: Duration.minutes(3),
 *   averageProcessingTime: Duration.millis(400),
 * });
 */
export class QueueBacklogScaling extends Construct {
  /**
   * The target tracking policy.
   */
  public readonly policy: appscaling.CfnScalingPolicy;

  /**
   * The scalable target of the service, which all its scaling parts share.
   */
  public readonly scalableTarget: appscaling.CfnScalableTarget;

  /**
   * The alarm on a message that no task is there for, with a `minCapacity` of 0.
   */
  public readonly alarm?: cloudwatch.Alarm;

  /**
   * The step policy that starts the first tasks, with a `minCapacity` of 0.
   */
  public readonly wakePolicy?: appscaling.CfnScalingPolicy;

  /**
   * Defines a QueueBacklogScaling.
   *
   * @param scope the construct that the new one is a part of
   * @param id the id of the new construct, unique within the scope
   * @param props its properties
   */
  constructor(scope: Construct, id: string, props: QueueBacklogScalingProps) {
    const at = pathOf(scope, id);
    props = readScalingProps(at, props, ['queue', 'acceptableLatency', 'averageProcessingTime']);
    checkPlaces(scope, id, { service: props.service, queue: props.queue });
    checkTargetScaling(at, undefined, props);
    const { concurrency = 1 } = props;
    checkConcurrency(at, concurrency);
    const targetValue = messagesPerTask(at, props.acceptableLatency, props.averageProcessingTime, concurrency);
    super(scope, id);
    const range = TaskCountRange.of(props.service);
    range.lowerDefault(1);
    const { service } = props;
    const { policy, scalableTarget } = trackTarget(this, props.service, {
      customizedMetricSpecification: { metrics: [...queriesOf(Stack.of(scope), at, 'queue', backlogPerTask(props.queue, service, { messages: targetValue, concurrency }))] },
      targetValue,
    }, props);
    this.policy = policy;
    this.scalableTarget = scalableTarget;
    if (range.bounds.minCapacity !== 0) {
      this.node.addValidation({ validate: () => range.bounds.minCapacity === 0 ? [neverWakes(this.node.path)] : [] });
      return;
    }
    this.alarm = new cloudwatch.Alarm(this, 'WakeAlarm', {
      metric: messagesWithoutTasks(props.queue, service),
      threshold: 1,
      comparisonOperator: cloudwatch.ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      evaluationPeriods: 1,
      treatMissingData: cloudwatch.TreatMissingData.NOT_BREACHING,
    });
    this.wakePolicy = addStepPolicy(this, 'WakePolicy', this.alarm, {
      scalableTarget,
      // Another part may set maxCapacity later.
      stepAdjustments: Lazy.any({ produce: () => wakeSteps(targetValue, mostTasks(range.bounds.maxCapacity)) }),
      cooldownSeconds: WAKE_COOLDOWN_SECONDS,
      metricAggregationType: 'Maximum',
    });
  }
}

/** Application Auto Scaling caps what is more. */
function mostTasks(maxCapacity: number): number {
  return Token.isUnresolved(maxCapacity) ? 20 : maxCapacity;
}

/** Another part may bring the minimum to 0 after this one had to decide whether it makes an alarm. */
function neverWakes(at: string): string {
  return render({
    headline: 'minCapacity (0) is set on another scaling part, so nothing starts the first task',
    gotcha: sclZeroCannotReturn,
    at,
    property: 'minCapacity',
    why: 'The alarm that starts the first task belongs to the part with the backlog, and is there where that part has a minCapacity of 0.',
    fix: 'set minCapacity to 0 on the QueueBacklogScaling',
  });
}
