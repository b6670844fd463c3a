import * as sqs from 'aws-cdk-lib/aws-sqs';
import { Duration } from 'aws-cdk-lib/core';
import { factOf } from '../checks/fact-of';
import { Unknown, type Fact } from '../facts/fact';
import type { DeadLetterFacts, QueueKey } from '../facts/queue';

/** Values that SQS takes for what a queue leaves out. */
const VISIBILITY_SECONDS = 30;
const RETENTION_SECONDS = 4 * 24 * 60 * 60;

const IMPORTED = new Unknown('the queue is imported');

/** Time for which a queue of the app hides a received message; `undefined` for an imported queue. */
export function visibilityTimeoutOf(queue: sqs.IQueue): Duration | undefined {
  const resource = cfnQueueOf(queue);
  return resource && Duration.seconds(resource.visibilityTimeout ?? VISIBILITY_SECONDS);
}

/** Seconds for which a queue keeps a message. */
export function retentionSecondsOf(queue: sqs.IQueue): Fact<number> {
  const resource = cfnQueueOf(queue);
  return resource ? factOf(resource.messageRetentionPeriod ?? RETENTION_SECONDS) : IMPORTED;
}

/** True if a queue is a FIFO queue. The name of an imported queue shows it, if it is known. */
export function isFifoQueue(queue: sqs.IQueue): Fact<boolean> {
  return queue.fifo || cfnQueueOf(queue) ? queue.fifo : isFifoName(queue.queueArn);
}

/** True if a name or an ARN is that of a FIFO queue or topic. */
export function isFifoName(name: string): Fact<boolean> {
  const known = factOf(name);
  return known instanceof Unknown ? known : known.endsWith('.fifo');
}

/** The dead-letter queue of a queue; `undefined` for none. */
export function deadLetterOf(queue: sqs.IQueue): Fact<DeadLetterFacts | undefined> {
  if (!(queue instanceof sqs.Queue)) return IMPORTED;
  const { deadLetterQueue } = queue;
  if (deadLetterQueue) return asDeadLetter(deadLetterQueue.queue);
  return cfnQueueOf(queue)?.redrivePolicy === undefined ? undefined : new Unknown('the redrive policy is written on the resource');
}

/** A queue as a dead-letter queue. */
export function asDeadLetter(queue: sqs.IQueue): DeadLetterFacts {
  return { fifo: isFifoQueue(queue), retentionSeconds: retentionSecondsOf(queue) };
}

/** Key that a queue encrypts messages with. */
export function keyOf(queue: sqs.IQueue): Fact<QueueKey> {
  const resource = cfnQueueOf(queue);
  if (!resource) return queue.encryptionMasterKey ? 'customer' : IMPORTED;
  const key = resource.kmsMasterKeyId;
  if (key !== undefined) return /(^|:)alias\/aws\/sqs$/.test(key) ? 'aws' : 'customer';
  return queue.encryptionType === sqs.QueueEncryption.UNENCRYPTED ? 'none' : 'sqs';
}

/** The resource of a queue of the app. */
export function cfnQueueOf(queue: sqs.IQueue): sqs.CfnQueue | undefined {
  const resource = queue.node.defaultChild;
  return resource instanceof sqs.CfnQueue ? resource : undefined;
}
