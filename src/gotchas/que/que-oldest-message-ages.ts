import { defineLiveGotcha } from '../definition';

export const queOldestMessageAges = defineLiveGotcha({
  id: 'que-oldest-message-ages',
  title: 'A queue that its service cannot keep up with',
  consequence: 'misbehaves',
  symptom: '`ApproximateAgeOfOldestMessage` grows from hour to hour, and the service has as many tasks as its range allows.',
  why: 'Messages arrive faster than all tasks together process them. SQS deletes a message that is older than the retention period of its queue.',
  rule: 'With `maxCapacity` tasks, the oldest message of the queue does not wait longer in each of three hours.',
  fix: 'raise maxCapacity, or find out why each task does so little; until then, raise the retention period of the queue',
  docsUrl: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-available-cloudwatch-metrics.html',
  causalRank: 'none',
  follows: 'scl-at-max',
});
