import { known } from '../../facts/fact';
import { table } from '../../facts/table';
import { defineGotcha, each } from '../definition';

const FIXES: Readonly<Record<string, string | undefined>> = table({
  'sns.amazonaws.com': 'subscribe the queue to FIFO topics only, or use a standard queue',
  'events.amazonaws.com': 'set MessageGroupId in SqsParameters of the target, or use a standard queue; a dead-letter queue of a rule must be a standard queue',
});

export const queTopicKind = defineGotcha({
  id: 'que-topic-kind',
  title: 'A sender that cannot send to a FIFO queue',
  consequence: 'rejected',
  symptom: '`Invalid parameter: Endpoint Reason: FIFO SQS Queues can not be subscribed to standard SNS topics`, `Parameter(s) MessageGroupId must be specified for target`, '
    + 'or `Unable to validate the following destination configurations`',
  why: 'A FIFO queue needs a message group for each message. Messages of FIFO topics have one, and those of a rule whose target sets MessageGroupId. '
    + 'Standard topics, buckets, and events that move to a dead-letter queue have none.',
  rule: 'A FIFO queue is subscribed to FIFO topics only, is the target only of rules with a `MessageGroupId`, and is no target of a bucket and no dead-letter queue of a rule.',
  fix: 'use a standard queue, or a sender that sets a message group',
  docsUrl: 'https://docs.aws.amazon.com/sns/latest/dg/fifo-message-delivery.html',
  levels: ['synth'],
  designedOut: '`Subscription.topic` refuses a standard topic where the queue is a FIFO queue.',
  subject: 'queue',
  needs: ['fifo', 'senders'],
  check: ({ fifo, senders }) => {
    if (!fifo) return [];
    // One finding is enough for a queue: the fix is the kind of the queue, or that of each sender.
    const standard = each(senders, ({ principal, kind, setsGroup }) => known(setsGroup) ? [] : [{
      property: 'fifo',
      detail: `fifo (true) makes a queue that ${principal} can't send the messages of its ${kind} to`,
      fix: FIXES[principal] ?? 'use a standard queue',
    }]);
    const first = standard.find((finding) => !('notChecked' in finding));
    return first ? [first] : standard;
  },
});
