import type * as sqs from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { newDeadLetterQueue } from './new-queue';

/** Queues of one consumer for messages that could not be delivered to it: one for each kind. */
export class UndeliveredQueues {
  private readonly byKind = new Map<boolean, sqs.Queue>();

  public constructor(private readonly scope: Construct) {}

  /** All of them, in the order of creation. */
  public get all(): sqs.IQueue[] {
    return [...this.byKind.values()];
  }

  /** The queue of a kind. SNS moves messages of FIFO topics to FIFO queues only. */
  public of(fifo: boolean): sqs.Queue {
    const queue = this.byKind.get(fifo) ?? newDeadLetterQueue(this.scope, fifo ? 'UndeliveredFifo' : 'Undelivered', fifo);
    this.byKind.set(fifo, queue);
    return queue;
  }
}
