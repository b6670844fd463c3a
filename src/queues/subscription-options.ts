import type * as sns from 'aws-cdk-lib/aws-sns';

/**
 * Options of a subscription to a topic.
 */
export interface TopicSubscriptionOptions {
  /**
   * Conditions on attributes of messages: at most 5 attributes, and 150 combinations of their values. Other messages are not delivered.
   *
   * @default - all messages are delivered
   * @see https://docs.aws.amazon.com/sns/latest/dg/sns-subscription-filter-policies.html
   */
  readonly filterPolicy?: { [attribute: string]: sns.SubscriptionFilter };

  /**
   * Conditions on properties of the message, which must be JSON. It can't be combined with `filterPolicy`.
   *
   * @default - all messages are delivered
   * @see https://docs.aws.amazon.com/sns/latest/dg/sns-message-filtering-scope.html
   */
  readonly filterPolicyWithMessageBody?: { [property: string]: sns.FilterOrPolicy };

  /**
   * True if the queue gets the message as it was published, false if it gets the message within the JSON envelope of SNS.
   *
   * A raw message with more than 10 attributes is not delivered.
   *
   * @default true
   * @see https://docs.aws.amazon.com/sns/latest/dg/sns-large-payload-raw-message-delivery.html
   */
  readonly raw?: boolean;
}

/**
 * Options of a subscription to an event bus.
 */
export interface BusSubscriptionOptions {
  /**
   * The message group of the events in a FIFO queue. It is required for a FIFO queue, and for a FIFO queue only.
   *
   * @default - the queue is a standard queue
   * @see https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_SqsParameters.html
   */
  readonly messageGroupId?: string;
}
