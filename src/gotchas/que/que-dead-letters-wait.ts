import { defineLiveGotcha } from '../definition';

export const queDeadLettersWait = defineLiveGotcha({
  id: 'que-dead-letters-wait',
  title: 'Messages wait in a dead-letter queue',
  consequence: 'misbehaves',
  symptom: '`ApproximateNumberOfMessagesVisible` of a dead-letter queue is above 0.',
  why: 'Each of these messages is work that was not done. A dead-letter queue has no alarm of its own, and SQS deletes its messages at the end of the retention period.',
  rule: 'The dead-letter queues of queues that services work on, and those of rules, schedules and state machines that start tasks, are empty. '
    + 'A service works on the queues that its scaling follows and on those that its environment names.',
  fix: 'read a message without deleting it, mend its cause, then send all back with aws sqs start-message-move-task; add an alarm on the number of messages',
  docsUrl: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-configure-dead-letter-queue-redrive.html',
  causalRank: 'none',
});
