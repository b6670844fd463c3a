import { Duration } from 'aws-cdk-lib/core';
import { asDeadLetter, deadLetterOf, isFifoQueue, keyOf, retentionSecondsOf, visibilityTimeoutOf } from './known-queue';
import { DEAD_LETTER_SECONDS, RETENTION_SECONDS } from './new-queue';
import type { QueueConsumerProps } from './queue-consumer-props';
import { stopSecondsOf } from './stop-seconds';
import { checkSeconds, checkWholeNumber } from '../checks/arguments';
import { checkVariable } from '../checks/environment-variable';
import { checkOnce } from '../checks/once';
import { Unknown, type Fact } from '../facts/fact';
import { consumerFacts, queueFacts, type QueueFacts } from '../facts/queue';
import { enforce, refuse } from '../gotchas/enforce';

const DOCS = 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-visibility-timeout.html';
const DEAD_LETTER_DOCS = 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-dead-letter-queues.html';
const MOST_HIDDEN_SECONDS = 12 * 60 * 60;
const NEW_DEAD_LETTERS = { fifo: false, retentionSeconds: DEAD_LETTER_SECONDS };

/** Throws for a queue that the service can't work through. Returns the time for which a new queue hides messages. */
export function checkQueueConsumer(at: string, props: QueueConsumerProps, environmentVariable: string): Duration {
  const { service, queue, maxReceiveCount, visibilityTimeout, subscriptions = [] } = props;
  checkWholeNumber(at, 'maxReceiveCount', maxReceiveCount, { min: 1, max: 1000, docs: DEAD_LETTER_DOCS });
  checkSeconds(at, 'visibilityTimeout', visibilityTimeout, { min: 0, max: MOST_HIDDEN_SECONDS, docs: DOCS });
  checkVariable(at, service.mainContainer, environmentVariable);
  refuseChoicesOfTheQueue(at, props);
  const visibility = visibilityOf(at, props);
  const facts = factsOf(props, visibility);
  enforce(at, 'queue', facts);
  checkOnce(at, 'subscriptions', subscriptions.map((subscription) => subscription._source).filter((source) => source !== undefined),
    undefined, 'https://docs.aws.amazon.com/sns/latest/api/API_Subscribe.html');
  for (const [index, subscription] of subscriptions.entries()) subscription._check(at, `subscriptions[${index}]`, queue, facts.fifo);
  return visibility;
}

function factsOf(props: QueueConsumerProps, visibility: Duration): QueueFacts {
  const { service, queue, deadLetterQueue, processingTime, subscriptions = [] } = props;
  const processing = processingTime.isUnresolved() ? new Unknown('processingTime is a token') : processingTime.toSeconds({ integral: false });
  return queueFacts({
    fifo: queue ? isFifoQueue(queue) : false,
    visibilitySeconds: secondsOf(visibility),
    retentionSeconds: queue ? retentionSecondsOf(queue) : RETENTION_SECONDS,
    deadLetter: queue ? deadLetterOf(queue) : deadLetterQueue ? asDeadLetter(deadLetterQueue) : NEW_DEAD_LETTERS,
    consumers: [consumerFacts({
      service: service.service.node.path, processingSeconds: processing, stopSeconds: [stopSecondsOf(service.mainContainer)],
    })],
    key: queue ? keyOf(queue) : 'sqs',
    senders: subscriptions.map(({ _sender }) => _sender),
  });
}

/** Throws for settings that a queue of the user has by itself. */
function refuseChoicesOfTheQueue(at: string, props: QueueConsumerProps): void {
  if (!props.queue) return;
  for (const property of ['maxReceiveCount', 'deadLetterQueue'] as const) {
    if (props[property] === undefined) continue;
    refuse({
      headline: `${property} is set beside queue, whose own dead-letter queue counts`,
      at,
      property,
      fix: `set deadLetterQueue of the queue, and leave out ${property}`,
      docs: DEAD_LETTER_DOCS,
    });
  }
}

/** The visibility timeout of the queue: as it is, as the user knows it, or as it is needed. */
function visibilityOf(at: string, { queue, visibilityTimeout, processingTime, service }: QueueConsumerProps): Duration {
  const needed = neededSeconds(at, processingTime, stopSecondsOf(service.mainContainer));
  const own = queue && visibilityTimeoutOf(queue);
  if (own && visibilityTimeout) {
    refuse({
      headline: 'visibilityTimeout is set beside a queue of the app, whose own visibilityTimeout counts',
      at,
      property: 'visibilityTimeout',
      fix: 'set visibilityTimeout of the queue, and leave it out here',
      docs: DOCS,
    });
  }
  if (own) return own;
  if (visibilityTimeout) return visibilityTimeout;
  if (queue) {
    refuse({
      headline: 'visibilityTimeout is left out, and the queue is imported',
      at,
      property: 'visibilityTimeout',
      why: 'An imported queue does not have its visibility timeout in the app. If that is shorter than the work, two tasks do the same work.',
      fix: 'set visibilityTimeout to the one that the queue has',
      docs: DOCS,
    });
  }
  if (needed instanceof Unknown) {
    refuse({
      headline: `visibilityTimeout is left out, and ${needed.reason}`,
      at,
      property: 'visibilityTimeout',
      why: 'No template can add two times.',
      fix: 'set visibilityTimeout to the longest work on a message plus stopTimeout',
      docs: DOCS,
    });
  }
  return Duration.seconds(needed);
}

/** Whole seconds for which a message must be hidden. Throws for more than SQS allows. */
function neededSeconds(at: string, processingTime: Duration, stop: Fact<number>): Fact<number> {
  if (processingTime.isUnresolved()) return new Unknown('processingTime is a token');
  const work = processingTime.toSeconds({ integral: false });
  const most = MOST_HIDDEN_SECONDS - (stop instanceof Unknown ? 0 : stop);
  if (work <= 0 || work > most) {
    refuse({
      headline: `processingTime is ${work} seconds, it must be more than 0 and at most ${most} seconds`,
      at,
      property: 'processingTime',
      why: 'SQS hides a received message for 12 hours at most, in which the time that the container has to stop is included.',
      fix: 'split the work into smaller messages, or start a OneOffTask for each message',
      docs: DOCS,
    });
  }
  return stop instanceof Unknown ? stop : Math.ceil(work) + stop;
}

function secondsOf(duration: Duration): Fact<number> {
  return duration.isUnresolved() ? new Unknown('visibilityTimeout is a token') : duration.toSeconds();
}
