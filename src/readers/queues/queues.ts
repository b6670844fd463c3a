import { readNamesFifo } from './fifo';
import { readConsumers } from './queue-consumers';
import { readSenders } from './queue-senders';
import { readUsers } from './queue-users';
import { readAdmits, readRedrive } from './redrives';
import type { App } from '../../cloudformation/app';
import { memoize } from '../../cloudformation/memoize';
import type { Resource } from '../../cloudformation/template';
import type { Value } from '../../cloudformation/value';
import { orDefault, outside, resourceIn } from '../../cloudformation/value-helpers';
import { Unknown, type Fact } from '../../facts/fact';
import type { DeadLetterFacts, QueueFacts, QueueKey } from '../../facts/queue';

export const QUEUE = 'AWS::SQS::Queue';

/** Values that SQS takes for what a queue leaves out. */
const VISIBILITY_SECONDS = 30;
const RETENTION_SECONDS = 345_600;

/** A queue of the app, joined with what sends to it and what receives from it. */
export const readQueue = memoize((queue: Resource): QueueFacts => {
  const { properties } = queue;
  return {
    ...readKind(queue),
    visibilitySeconds: orDefault(properties.get('VisibilityTimeout').number(), VISIBILITY_SECONDS),
    deadLetter: readDeadLetter(queue),
    redrive: readRedrive(properties.get('RedrivePolicy')),
    isDeadLetter: deadLetterQueues(queue.template.app).has(queue),
    name: properties.get('QueueName').text(),
    consumers: readConsumers(queue),
    users: readUsers(queue),
    key: readKey(properties),
    senders: readSenders(queue),
  };
});

const deadLetterQueues = memoize((app: App): ReadonlySet<Resource> => new Set(app.ofType(QUEUE).flatMap(({ properties }) => {
  const document = properties.get('RedrivePolicy').document();
  const target = document instanceof Unknown ? undefined : resourceIn(document.get('deadLetterTargetArn'), QUEUE);
  return target ? [target] : [];
})));

function readKind({ properties }: Resource): DeadLetterFacts {
  return {
    fifo: orDefault(properties.get('FifoQueue').flag(), false),
    retentionSeconds: orDefault(properties.get('MessageRetentionPeriod').number(), RETENTION_SECONDS),
  };
}

function readDeadLetter(source: Resource): Fact<DeadLetterFacts | undefined> {
  const policy = source.properties.get('RedrivePolicy');
  const isSet = policy.isSet();
  if (isSet instanceof Unknown) return isSet;
  if (!isSet) return undefined;
  const document = policy.document();
  if (document instanceof Unknown) return document;
  const target = document.get('deadLetterTargetArn');
  const queue = resourceIn(target, QUEUE);
  if (queue) return { ...readKind(queue), admitsSource: readAdmits(queue.properties.get('RedriveAllowPolicy'), source) };
  const otherwise = new Unknown(typeof target.text() === 'string' ? 'the dead-letter queue is not in this app' : outside(target));
  return { fifo: readNamesFifo(target), retentionSeconds: otherwise };
}

function readKey(properties: Value): Fact<QueueKey> {
  const key = properties.get('KmsMasterKeyId');
  const isSet = key.isSet();
  if (isSet instanceof Unknown) return isSet;
  if (isSet) {
    const last = key.pieces().at(-1);
    if (last instanceof Unknown) return last;
    return typeof last === 'string' && /(^|[:/])alias\/aws\/sqs$/.test(last) ? 'aws' : 'customer';
  }
  const managed = orDefault(properties.get('SqsManagedSseEnabled').flag(), true);
  return managed instanceof Unknown ? managed : managed ? 'sqs' : 'none';
}
