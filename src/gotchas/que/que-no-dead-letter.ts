import { andOthers } from '../naming';
import { known } from '../../facts/fact';
import { defineGotcha } from '../definition';

export const queNoDeadLetter = defineGotcha({
  id: 'que-no-dead-letter',
  title: 'A queue without a dead-letter queue',
  consequence: 'misbehaves',
  symptom: 'Tasks receive the same message again and again; `ApproximateAgeOfOldestMessage` rises until the message expires, and the message is lost.',
  why: 'A message that cannot be processed is visible again after each try, until it expires after 4 days. Tasks work on it in vain, a backlog never gets empty, and in a FIFO queue '
    + 'all messages of its group wait.',
  rule: 'A queue from which a service of ECS receives has a redrive policy, unless it is the dead-letter queue of another one.',
  fix: 'set deadLetterQueue of the queue, with a maxReceiveCount of 3 or more and a retention of 14 days',
  docsUrl: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-dead-letter-queues.html',
  levels: ['synth'],
  designedOut: 'The queue of a `QueueConsumer` has a dead-letter queue.',
  subject: 'queue',
  needs: ['deadLetter', 'consumers'],
  reads: ['isDeadLetter'],
  check: ({ deadLetter, consumers, isDeadLetter }) => {
    if (deadLetter || consumers.length === 0 || known(isDeadLetter)) return [];
    const services = consumers.map(({ service }) => known(service));
    return [{ property: 'deadLetterQueue', detail: `deadLetterQueue (not set) leaves service ${andOthers(services)} with messages that always fail` }];
  },
});
