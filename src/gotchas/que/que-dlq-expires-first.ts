import { known } from '../../facts/fact';
import { defineGotcha } from '../definition';

const DAY = 86_400;

const MOST_DAYS = 14;

export const queDlqExpiresFirst = defineGotcha({
  id: 'que-dlq-expires-first',
  title: 'Messages expire in the dead-letter queue before they are read',
  consequence: 'misbehaves',
  symptom: 'Messages that failed are missing from the dead-letter queue, or are there for a short time only.',
  why: 'A message keeps the time at which it was sent when it moves to the dead-letter queue of a standard queue. What it waited in the first queue counts for the second.',
  rule: 'The retention period of the dead-letter queue of a standard queue is longer than that of the queue: both are 4 days by default, the most is 14 days.',
  fix: 'set retentionPeriod of the dead-letter queue to 14 days',
  docsUrl: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-dead-letter-queues.html',
  levels: ['construct', 'synth'],
  designedOut: 'The dead-letter queue of a `QueueConsumer` keeps messages for 14 days.',
  subject: 'queue',
  needs: ['fifo', 'retentionSeconds', 'deadLetter'],
  reads: ['consumers'],
  check: ({ fifo, retentionSeconds, deadLetter, consumers }) => {
    // A FIFO queue writes a new time at the move.
    if (!deadLetter || fifo) return [];
    const kept = known(deadLetter.retentionSeconds);
    // Equal periods are the default of SQS, and enough for a queue that is worked off at once.
    if (kept > retentionSeconds || (kept === retentionSeconds && known(consumers).length === 0)) return [];
    return [{
      property: 'deadLetterQueue.retentionPeriod',
      consequence: kept === retentionSeconds ? 'worth-knowing' : undefined,
      detail: `retentionPeriod of the dead-letter queue (${inDays(kept)}) is ${kept === retentionSeconds ? 'no longer than' : 'shorter than'} that of the queue (${inDays(retentionSeconds)})`,
      fix: kept < MOST_DAYS * DAY ? undefined : `set retentionPeriod of the queue to less than the ${MOST_DAYS} days of its dead-letter queue, which are the most`,
    }];
  },
});

function inDays(seconds: number): string {
  return seconds % DAY === 0 ? `${seconds / DAY} days` : `${seconds} s`;
}
