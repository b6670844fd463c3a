import type * as events from 'aws-cdk-lib/aws-events';
import type * as sns from 'aws-cdk-lib/aws-sns';
import type * as sqs from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { BusSource } from './bus-source';
import type { BusSubscriptionOptions, TopicSubscriptionOptions } from './subscription-options';
import type { SubscriptionSource } from './subscription-source';
import { TopicSource } from './topic-source';
import type { UndeliveredQueues } from './undelivered-queues';
import type { Fact } from '../facts/fact';
import type { SenderFacts } from '../facts/queue';

/**
 * A topic or an event bus whose messages are delivered to the queue of a QueueConsumer.
 *
 * The policy of the queue and the policy of its key allow the delivery, and only from this source. A message that could not be delivered moves
 * to a queue for undelivered messages, which is not the dead-letter queue of the consumer.
 *
 * @see https://docs.aws.amazon.com/sns/latest/dg/sns-sqs-as-subscriber.html
 *
 * @example
 * const paid = new sns.Topic(this, 'Paid');
 * new QueueConsumer(this, 'Invoices', {
 *   service: worker,
 *   processingTime: Duration.seconds(20),
 *   subscriptions: [Subscription.topic(paid)],
 * });
 */
export class Subscription {
  /**
   * Delivers the messages of a topic, which can be a topic of another account.
   *
   * A FIFO queue requires a FIFO topic. The topic must be in the region of the queue.
   *
   * @param topic the topic
   * @param options the messages that are delivered, and their form
   */
  public static topic(topic: sns.ITopic, options: TopicSubscriptionOptions = {}): Subscription {
    return new Subscription(new TopicSource(topic, options));
  }

  /**
   * Delivers the events of an event bus that match a pattern.
   *
   * The event bus must be in the account and the region of the queue. A FIFO queue requires `messageGroupId`.
   *
   * @param eventBus the event bus
   * @param eventPattern the pattern, which must not be empty
   * @param options the message group, for a FIFO queue
   */
  public static bus(eventBus: events.IEventBus, eventPattern: events.EventPattern, options: BusSubscriptionOptions = {}): Subscription {
    return new Subscription(new BusSource(eventBus, eventPattern, options));
  }

  private constructor(private readonly source: SubscriptionSource) {}

  /**
   * The construct that can be subscribed to once only.
   *
   * @internal
   */
  public get _source(): object | undefined {
    return this.source.onlyOnce;
  }

  /** @internal */
  public get _sender(): SenderFacts {
    return this.source.sender;
  }

  /**
   * Throws if the source can't deliver to the queue.
   *
   * @internal
   */
  public _check(at: string, property: string, queue: sqs.IQueue | undefined, fifo: Fact<boolean>): void {
    this.source.check(at, property, queue, fifo);
  }

  /** @internal */
  public _bind(scope: Construct, queue: sqs.IQueue, undelivered: UndeliveredQueues): void {
    this.source.bind(scope, queue, undelivered);
  }
}
