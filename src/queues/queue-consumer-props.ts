import type * as sqs from 'aws-cdk-lib/aws-sqs';
import type { Duration } from 'aws-cdk-lib/core';
import type { Subscription } from './subscription';
import type { IEcsWorkload } from '../workload/ecs-workload';

/**
 * Properties of a QueueConsumer.
 */
export interface QueueConsumerProps {
  /**
   * The service whose main container receives the messages.
   */
  readonly service: IEcsWorkload;

  /**
   * The longest time that the work on one message takes.
   *
   * A received message is hidden from other tasks for this time plus the time that the container has to stop (`stopTimeout`, 30 seconds by
   * default): a task that is stopped ends its work before another task receives the message. The sum must be at most 12 hours.
   */
  readonly processingTime: Duration;

  /**
   * The queue. A queue of the app must hide messages long enough. An imported queue needs `visibilityTimeout`.
   *
   * @default - a new standard queue: encrypted, TLS only, messages are kept for 4 days
   */
  readonly queue?: sqs.IQueue;

  /**
   * The time for which a received message is hidden from other tasks. For an imported `queue` it is required, and must be what that queue has.
   *
   * @default - `processingTime` plus the time that the container has to stop
   */
  readonly visibilityTimeout?: Duration;

  /**
   * The number of times that a message is received before it moves to the dead-letter queue, 1 to 1000. Only for a new queue.
   *
   * @default 3
   */
  readonly maxReceiveCount?: number;

  /**
   * The queue for messages that could not be processed. Only for a new queue. It must keep messages for more than 4 days.
   *
   * @default - a new queue that keeps messages for 14 days
   */
  readonly deadLetterQueue?: sqs.IQueue;

  /**
   * The environment variable of the main container that contains the URL of the queue.
   *
   * @default 'QUEUE_URL'
   */
  readonly environmentVariable?: string;

  /**
   * Topics and event buses whose messages are delivered to the queue.
   *
   * @default - the queue has only messages that are sent to it directly
   */
  readonly subscriptions?: Subscription[];
}
