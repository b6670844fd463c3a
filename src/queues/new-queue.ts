import * as sqs from 'aws-cdk-lib/aws-sqs';
import { Duration } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';

const DAY = 86_400;
/** Seconds for which a new queue keeps messages: the default of SQS. */
export const RETENTION_SECONDS = 4 * DAY;
/** Seconds for which a new dead-letter queue keeps messages: the most that SQS allows. */
export const DEAD_LETTER_SECONDS = 14 * DAY;

const SECURE = { encryption: sqs.QueueEncryption.SQS_MANAGED, enforceSSL: true };

/** A queue for work. */
export function newQueue(scope: Construct, id: string, visibilityTimeout: Duration, deadLetterQueue: sqs.DeadLetterQueue): sqs.Queue {
  return new sqs.Queue(scope, id, { ...SECURE, visibilityTimeout, deadLetterQueue });
}

/** A queue for messages that could not be processed or delivered. */
export function newDeadLetterQueue(scope: Construct, id: string, fifo = false): sqs.Queue {
  return new sqs.Queue(scope, id, { ...SECURE, fifo: fifo || undefined, retentionPeriod: Duration.seconds(DEAD_LETTER_SECONDS) });
}
