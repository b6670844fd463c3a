import { readFilter } from './filter-policies';
import { admits, fromSource } from '../permissions/service-principals';
import { pushTo, type App } from '../../cloudformation/app';
import { memoize } from '../../cloudformation/memoize';
import { referredBy } from '../../cloudformation/references';
import type { Resource } from '../../cloudformation/template';
import { MAYBE_EXTENDED, usedByUnreadParts } from '../../cloudformation/unread-parts';
import type { Value } from '../../cloudformation/value';
import { anyOf, orDefault, outside, resourceIn } from '../../cloudformation/value-helpers';
import { Unknown, type Fact } from '../../facts/fact';
import type { SenderFacts } from '../../facts/queue';

const QUEUE = 'AWS::SQS::Queue';
const TOPIC = 'AWS::SNS::Topic';
const KEY = 'AWS::KMS::Key';
const ENCRYPTS = ['kms:GenerateDataKey', 'kms:Decrypt'];

interface Sending {
  readonly principal: string;
  readonly kind: string;
  readonly setsGroup: Fact<boolean>;
  /** The resource that a condition on `aws:SourceArn` has to name; `undefined`: it sends as a role. */
  readonly source?: Resource;
  /** The subscription of a topic. */
  readonly subscription?: Value;
}

/** Services of AWS that resources of the app let send to a queue. */
export function readSenders(queue: Resource): readonly SenderFacts[] {
  const sendings = sendingsByQueue(queue.template.app).get(queue) ?? [];
  return sendings.map(({ source, subscription, ...sending }) => ({
    ...sending,
    maySend: readMaySend(queue, sending.principal, source),
    mayEncrypt: readMayEncrypt(queue, sending.principal),
    filter: subscription && readFilter(subscription),
  }));
}

function readMaySend(queue: Resource, principal: string, source: Resource | undefined): Fact<boolean> {
  const { app } = queue.template;
  const { byQueue, unclear } = policiesByQueue(app);
  const allowed = anyOf((byQueue.get(queue) ?? []).map((policy) => admits(policy.properties.get('PolicyDocument'), principal, ['sqs:SendMessage'], source && fromSource(source))));
  if (allowed !== false) return allowed;
  return unclear ?? (usedByUnreadParts(app).has(queue) ? new Unknown(MAYBE_EXTENDED) : false);
}

function readMayEncrypt(queue: Resource, principal: string): Fact<boolean> {
  const value = queue.properties.get('KmsMasterKeyId');
  const alias = resourceIn(value, 'AWS::KMS::Alias');
  const key = resourceIn(alias ? alias.properties.get('TargetKeyId') : value, KEY);
  if (key) return admits(key.properties.get('KeyPolicy'), principal, ENCRYPTS);
  return new Unknown(value.json === undefined ? 'the queue has no key' : `the key of the queue is not in this app: ${outside(value)}`);
}

/** Policies of queues, by the queue that each is for. */
export const policiesByQueue = memoize((app: App) => {
  const byQueue = new Map<Resource, Resource[]>();
  let unclear: Unknown | undefined;
  for (const policy of app.ofType('AWS::SQS::QueuePolicy', 'AWS::SQS::QueueInlinePolicy')) {
    const queues = policy.type === 'AWS::SQS::QueuePolicy' ? policy.properties.get('Queues').items() : [policy.properties.get('Queue')];
    if (queues instanceof Unknown) unclear = queues;
    for (const value of queues instanceof Unknown ? [] : queues) {
      const queue = resourceIn(value, QUEUE) ?? namedIn(value);
      if (queue) pushTo(byQueue, queue, policy);
      else if (value.resource() instanceof Unknown && typeof value.text() !== 'string') unclear = value.resource() as Unknown;
    }
  }
  return { byQueue, unclear };
});

// A URL that contains the name of the queue.
function namedIn(value: Value): Resource | undefined {
  return [...referredBy(value.template, value.json)].find(({ type }) => type === QUEUE);
}

const sendingsByQueue = memoize((app: App): ReadonlyMap<Resource, readonly Sending[]> => {
  const found = new Map<Resource, Sending[]>();
  const add = (target: Value, sending: Sending) => {
    const queue = resourceIn(target, QUEUE);
    if (queue) pushTo(found, queue, sending);
  };
  for (const { properties } of app.ofType('AWS::SNS::Subscription')) {
    const sending = ofTopic(isFifo(properties.get('TopicArn')), resourceIn(properties.get('TopicArn'), TOPIC));
    if (properties.get('Protocol').text() === 'sqs') add(properties.get('Endpoint'), { ...sending, subscription: properties });
    // No page decides that SNS refuses a queue of the other kind for undelivered messages.
    add(inDocument(properties.get('RedrivePolicy'), 'deadLetterTargetArn'), { ...sending, setsGroup: true });
  }
  for (const topic of app.ofType(TOPIC)) {
    for (const inline of itemsOf(topic.properties.get('Subscription'))) {
      if (inline.get('Protocol').text() === 'sqs') add(inline.get('Endpoint'), ofTopic(fifoOf(topic), topic));
    }
  }
  for (const rule of app.ofType('AWS::Events::Rule')) {
    const sending = { principal: 'events.amazonaws.com', kind: 'rule', source: rule };
    for (const target of itemsOf(rule.properties.get('Targets'))) {
      // With a role, the rule sends as the role.
      if (target.get('RoleArn').isSet() === false) add(target.get('Arn'), { ...sending, setsGroup: target.at('SqsParameters', 'MessageGroupId').isSet() });
      add(target.at('DeadLetterConfig', 'Arn'), { ...sending, setsGroup: false });
    }
  }
  for (const bucket of app.ofType('AWS::S3::Bucket')) {
    for (const item of itemsOf(bucket.properties.at('NotificationConfiguration', 'QueueConfigurations'))) {
      add(item.get('Queue'), { principal: 's3.amazonaws.com', kind: 'bucket', setsGroup: false, source: bucket });
    }
  }
  return found;
});

function ofTopic(setsGroup: Fact<boolean>, source: Resource | undefined): Sending {
  return { principal: 'sns.amazonaws.com', kind: 'subscription', setsGroup, source };
}

function isFifo(value: Value): Fact<boolean> {
  const topic = resourceIn(value, TOPIC);
  if (topic) return fifoOf(topic);
  const arn = value.text();
  return typeof arn === 'string' ? arn.endsWith('.fifo') : new Unknown(outside(value));
}

function fifoOf({ properties }: Resource): Fact<boolean> {
  return orDefault(properties.get('FifoTopic').flag(), false);
}

function inDocument(value: Value, key: string): Value {
  const document = value.document();
  return document instanceof Unknown ? value.template.absent : document.get(key);
}

function itemsOf(value: Value): readonly Value[] {
  const items = value.items();
  return items instanceof Unknown ? [] : items;
}
