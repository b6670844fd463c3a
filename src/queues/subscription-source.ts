import type * as sqs from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import type { UndeliveredQueues } from './undelivered-queues';
import type { Fact } from '../facts/fact';
import type { SenderFacts } from '../facts/queue';

/** A kind of source that delivers messages to a queue. */
export interface SubscriptionSource {
  readonly sender: SenderFacts;
  /** The construct that a queue can have one subscription to; `undefined`: any number. */
  readonly onlyOnce?: object;

  /** Throws if it can't deliver to the queue. Without a queue, a new standard queue is created. */
  check(at: string, property: string, queue: sqs.IQueue | undefined, fifo: Fact<boolean>): void;

  /** Creates the delivery within the consumer. */
  bind(scope: Construct, queue: sqs.IQueue, undelivered: UndeliveredQueues): void;
}
