import { known, knownOf } from '../../facts/fact';
import type { ConsumerFacts } from '../../facts/queue';
import { defineGotcha, each } from '../definition';

export const queVisibilityTooShort = defineGotcha({
  id: 'que-visibility-too-short',
  title: 'A message is visible again while a task works on it',
  consequence: 'misbehaves',
  symptom: 'The same message is processed twice, mostly around deployments and scale-in; `ReceiptHandleIsInvalid` or a message that reaches the dead-letter queue although it succeeded.',
  why: 'SQS shows a received message to other tasks again after the visibility timeout, 30 s by default. A task that ECS stops has stopTimeout to end its work, in which the message must stay hidden.',
  rule: 'The visibility timeout of a queue is at least the `stopTimeout` of the containers that receive from it; of a `QueueConsumer` it is at least `processingTime` and `stopTimeout` together.',
  fix: 'raise the visibility timeout of the queue to the longest work on a message plus stopTimeout',
  docsUrl: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-visibility-timeout.html',
  levels: ['construct', 'synth'],
  designedOut: '`QueueConsumer` sets the visibility timeout of its own queue to `processingTime` plus `stopTimeout`, and refuses a shorter one.',
  subject: 'queue',
  needs: ['visibilitySeconds', 'consumers'],
  check: ({ visibilitySeconds, consumers }) => each(consumers, (consumer) => {
    const processing = known(consumer.processingSeconds);
    const stop = leastStop(consumer);
    const needed = Math.ceil(processing ?? 0) + stop;
    if (visibilitySeconds >= needed) return [];
    const property = 'visibilityTimeout';
    if (processing !== undefined) {
      return [{
        property,
        detail: `visibilityTimeout (${visibilitySeconds} s) is shorter than the work on a message and the time to stop (${processing} s and ${stop} s)`,
        fix: `set visibilityTimeout of the queue to ${needed} seconds or more, or shorten processingTime`,
      }];
    }
    return [{
      property,
      consequence: 'risk',
      detail: `visibilityTimeout (${visibilitySeconds} s) is shorter than the ${stop} s that service ${known(consumer.service)} has to end its work`,
      fix: `set visibilityTimeout to the longest work on a message plus ${stop} s`,
    }];
  }),
});

/** Of several containers, the one with the shortest time may be the one that receives. */
function leastStop({ stopSeconds }: ConsumerFacts): number {
  const all = known(stopSeconds);
  all.forEach(known);
  return Math.min(...knownOf(all));
}
