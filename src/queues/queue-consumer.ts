import * as sqs from 'aws-cdk-lib/aws-sqs';
import type { Duration } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { checkQueueConsumer } from './check-queue-consumer';
import { newDeadLetterQueue, newQueue } from './new-queue';
import { warnUnlessEdited } from '../checks/not-edited';
import type { QueueConsumerProps } from './queue-consumer-props';
import { UndeliveredQueues } from './undelivered-queues';
import { readPartProps } from '../checks/check-workload';
import { pathOf } from '../checks/path-of';
import { checkPlaces } from '../checks/same-place';

/**
 * A queue that the tasks of a service work through.
 *
 * Queue, dead-letter queue, visibility timeout, permissions and environment variable are compatible with each other, or are refused. The
 * service may receive messages, delete them and change their visibility. `QueueBacklogScaling` scales the service.
 *
 * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-visibility-timeout.html
 *
 * @example
 * const jobs = new QueueConsumer(this, 'Jobs', { service: worker, processingTime: Duration.seconds(90) });
 * jobs.queue.grantSendMessages(web);
 */
export class QueueConsumer extends Construct {
  /**
   * The queue.
   */
  public readonly queue: sqs.IQueue;

  /**
   * The queue for messages that could not be processed. An imported queue does not have its own in the app.
   */
  public readonly deadLetterQueue?: sqs.IQueue;

  /**
   * The queues for messages that topics and event buses could not deliver: a standard queue, and a FIFO queue for FIFO topics.
   */
  public readonly undeliveredQueues: sqs.IQueue[];

  /**
   * Defines a QueueConsumer.
   *
   * @param scope the construct that the new one is a part of
   * @param id the id of the new construct, unique within the scope
   * @param props its properties
   */
  constructor(scope: Construct, id: string, props: QueueConsumerProps) {
    const at = pathOf(scope, id);
    const { service, queue, subscriptions = [], environmentVariable = 'QUEUE_URL', ...rest } = readPartProps(at, props, ['processingTime']);
    checkPlaces(scope, id, { service });
    const visibilityTimeout = checkQueueConsumer(at, { service, queue, subscriptions, ...rest }, environmentVariable);
    super(scope, id);
    this.queue = queue ?? this.newQueue(rest, visibilityTimeout);
    this.deadLetterQueue = this.queue instanceof sqs.Queue ? this.queue.deadLetterQueue?.queue : undefined;
    this.queue.grantConsumeMessages(service);
    this.queue.encryptionMasterKey?.grantDecrypt(service);
    warnUnlessEdited(this, service, 'sqs:ReceiveMessage, sqs:DeleteMessage and sqs:ChangeMessageVisibility on the queue');
    service.mainContainer.addEnvironment(environmentVariable, this.queue.queueUrl);
    const undelivered = new UndeliveredQueues(this);
    for (const subscription of subscriptions) subscription._bind(this, this.queue, undelivered);
    this.undeliveredQueues = undelivered.all;
  }

  private newQueue({ deadLetterQueue, maxReceiveCount = 3 }: Pick<QueueConsumerProps, 'deadLetterQueue' | 'maxReceiveCount'>, visibilityTimeout: Duration): sqs.Queue {
    const queue = deadLetterQueue ?? newDeadLetterQueue(this, 'DeadLetters');
    return newQueue(this, 'Queue', visibilityTimeout, { queue, maxReceiveCount });
  }
}
