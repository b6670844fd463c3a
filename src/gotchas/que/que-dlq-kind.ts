import { known } from '../../facts/fact';
import { defineGotcha } from '../definition';

export const queDlqKind = defineGotcha({
  id: 'que-dlq-kind',
  title: 'A dead-letter queue of the other kind',
  consequence: 'rejected',
  symptom: '`Value … for parameter RedrivePolicy is invalid. Reason: Dead-letter queue must be of the same type as the source.`',
  why: 'SQS moves messages of a FIFO queue to FIFO queues only, and those of a standard queue to standard queues only.',
  rule: 'The dead-letter queue of a FIFO queue is a FIFO queue, that of a standard queue is a standard queue.',
  fix: 'use a dead-letter queue of the same kind',
  docsUrl: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-dead-letter-queues.html',
  levels: ['construct', 'synth'],
  subject: 'queue',
  needs: ['fifo', 'deadLetter'],
  check: ({ fifo, deadLetter }) => {
    if (!deadLetter || known(deadLetter.fifo) === fifo) return [];
    const [kind, other] = fifo ? ['FIFO', 'standard'] : ['standard', 'FIFO'];
    return [{
      property: 'deadLetterQueue',
      detail: `deadLetterQueue (${other} queue) can't take messages of a ${kind} queue`,
      fix: `use a ${kind} queue as the dead-letter queue`,
    }];
  },
});
