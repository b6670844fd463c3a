import type { Account, LiveDeadLetterQueue } from '../../cli/collect/account';
import { Unknown, type Fact } from '../../facts/fact';
import type { LiveCase } from '../fixtures/live-case';
import { healthy } from '../fixtures/recorded/healthy';

function withQueue(queue: Fact<LiveDeadLetterQueue>): Account {
  return { ...healthy, deadLetterQueues: new Map([['arn:aws:sqs:eu-west-1:111122223333:jobs-dead', queue]]) };
}

const queue = (messages: number): LiveDeadLetterQueue => ({ name: 'jobs-dead', sources: ['queue jobs'], messages, retentionDays: 14 });

export const cases: readonly LiveCase[] = [
  {
    name: 'messages that no task could process',
    caught: true,
    account: withQueue(queue(12)),
  },
  {
    name: 'starts that a schedule gave up',
    caught: true,
    account: withQueue({ ...queue(1), sources: ['queue jobs', 'schedule nightly'], retentionDays: 4 }),
  },
  {
    name: 'an empty dead-letter queue',
    caught: false,
    account: withQueue(queue(0)),
  },
  {
    name: 'a queue that was not read',
    caught: false,
    account: withQueue(new Unknown('sqs:GetQueueAttributes is denied: allow it')),
  },
];
