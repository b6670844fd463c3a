import type * as events from 'aws-cdk-lib/aws-events';
import type * as sqs from 'aws-cdk-lib/aws-sqs';
import type { JobProps } from './job-props';

/**
 * Properties of an EventJob.
 */
export interface EventJobProps extends JobProps {
  /**
   * The events to run for. Exactly one of `eventPattern` and `queue` must be set.
   *
   * @default - messages of `queue`
   * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-patterns.html
   */
  readonly eventPattern?: events.EventPattern;

  /**
   * The bus with the events of `eventPattern`.
   *
   * @default - the default bus of the account
   */
  readonly eventBus?: events.IEventBus;

  /**
   * The queue whose messages the job runs for, one run for each message. A message leaves the queue when its run starts; a start that fails
   * is tried again after the visibility timeout, and goes to the dead-letter queue of this queue in the end.
   *
   * @default - events of `eventPattern`
   */
  readonly queue?: sqs.IQueue;

  /**
   * Environment variables with values from the event, by JSONPath: `{ KEY: '$.detail.object.key' }`. A message of `queue` has
   * `$.messageId` and `$.body`; a body in JSON is read by paths such as `$.body.key`.
   *
   * @default - none
   */
  readonly environmentFromEvent?: { [name: string]: string };
}
