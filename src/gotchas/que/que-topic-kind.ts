import { known } from '../../facts/fact';
import { defineGotcha, each } from '../definition';

export const queTopicKind = defineGotcha({
  id: 'que-topic-kind',
  title: 'A standard topic that sends to a FIFO queue',
  consequence: 'rejected',
  symptom: '`Invalid parameter: Endpoint Reason: FIFO SQS Queues can not be subscribed to standard SNS topics`',
  why: 'A FIFO queue needs a message group for each message, which only the messages of FIFO topics have. A FIFO topic can also send to a standard queue.',
  rule: 'A FIFO queue is subscribed to FIFO topics only.',
  fix: 'subscribe to a FIFO topic, or use a standard queue',
  docsUrl: 'https://docs.aws.amazon.com/sns/latest/dg/fifo-message-delivery.html',
  levels: ['synth'],
  designedOut: '`Subscription.topic` refuses a standard topic where the queue is a FIFO queue.',
  subject: 'queue',
  needs: ['fifo', 'senders'],
  check: ({ fifo, senders }) => {
    if (!fifo) return [];
    // One finding is enough for a queue: the fix is the kind of the queue, or that of each topic.
    const standard = each(senders, ({ fromFifoTopic }) => known(fromFifoTopic) === false ? [{
      property: 'fifo',
      detail: 'fifo (true) makes a queue that a standard topic of SNS can\'t send to',
      fix: 'subscribe the queue to FIFO topics only, or use a standard queue',
    }] : []);
    const first = standard.find((finding) => !('notChecked' in finding));
    return first ? [first] : standard;
  },
});
