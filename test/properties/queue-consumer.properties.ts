import * as events from 'aws-cdk-lib/aws-events';
import * as sns from 'aws-cdk-lib/aws-sns';
import { Duration, Token } from 'aws-cdk-lib/core';
import * as fc from 'fast-check';
import { QueueConsumer, Subscription } from '../../src';
import { sets } from './support/breakages-services';
import { ofType } from './support/invariants';
import { propertiesOf } from './support/properties-of';
import type { Breakage } from './support/refuses';
import { notWithin, options } from './support/scalars';
import { smallWorker } from './support/small';
import type { Subject } from './support/subject';

/** The work on a message, and the sources of the messages. */
interface ConsumerCase {
  readonly processingMillis: number;
  readonly stopSeconds: number;
  readonly sources: ReadonlyArray<'topic' | 'FIFO topic' | 'bus'>;
  readonly attributes: number;
  readonly environmentVariable?: string;
  readonly maxReceiveCount?: number;
  readonly raw?: boolean;
}

/** Times are added and constructs counted at synthesis: no token is one. */
function counted({ processingMillis, stopSeconds, sources, attributes, ...rest }: ConsumerCase): ConsumerCase {
  const known = (value: number) => (Token.isUnresolved(value) ? 3 : value);
  return {
    ...rest,
    processingMillis: known(processingMillis),
    stopSeconds: known(stopSeconds),
    sources: Token.isUnresolved(sources) ? [] : sources.map((source) => (Token.isUnresolved(source) ? 'bus' : source)),
    attributes: known(attributes),
  };
}

const consumer: Subject<ConsumerCase> = {
  build: (scope, id, one, world, given) => {
    const { processingMillis, stopSeconds, sources, attributes, raw, ...props } = counted(one);
    const service = smallWorker(given, world, { stopTimeout: Duration.seconds(stopSeconds) });
    const filterPolicy = attributes === 0 ? undefined : Object.fromEntries(Array.from({ length: attributes }, (_, index) =>
      [`key${index}`, sns.SubscriptionFilter.existsFilter()]));
    new QueueConsumer(scope, id, {
      ...props,
      service,
      processingTime: Duration.millis(processingMillis),
      subscriptions: sources.map((source, index) => source === 'bus'
        ? Subscription.bus(events.EventBus.fromEventBusName(given, `Bus${index}`, 'shop'), { source: ['shop'] })
        : Subscription.topic(new sns.Topic(given, `Topic${index}`, { fifo: source === 'topic' ? undefined : true }), { filterPolicy, raw })),
    });
  },
  holds: (resources, one) => {
    const { processingMillis, stopSeconds, sources } = counted(one);
    const queues = ofType(resources, 'AWS::SQS::Queue');
    const [work] = queues.filter(({ Properties }) => Properties.VisibilityTimeout !== undefined);
    expect(work.Properties.VisibilityTimeout).toBe(Math.ceil(processingMillis / 1000) + stopSeconds);
    // One for work, one for what fails, and one of each kind for what can't be delivered.
    const kinds = new Set(sources.map((source) => source === 'FIFO topic'));
    expect(queues).toHaveLength(2 + kinds.size);
    expect(ofType(resources, 'AWS::SNS::Subscription')).toHaveLength(sources.filter((source) => source !== 'bus').length);
  },
};

const cases: fc.Arbitrary<ConsumerCase> = fc.tuple(
  fc.record({
    processingMillis: fc.integer({ min: 1, max: 43_080_000 }),
    stopSeconds: fc.integer({ min: 2, max: 120 }),
    sources: fc.array(fc.constantFrom('topic' as const, 'FIFO topic' as const, 'bus' as const), { maxLength: 3 }),
    attributes: fc.integer({ min: 0, max: 5 }),
  }),
  options<Pick<ConsumerCase, 'environmentVariable' | 'maxReceiveCount' | 'raw'>>({
    environmentVariable: fc.constantFrom('QUEUE_URL', 'JOBS', '_x1'),
    maxReceiveCount: fc.integer({ min: 1, max: 1000 }),
    raw: fc.boolean(),
  }),
).map(([needed, more]) => ({ ...needed, ...more }));

const BROKEN: readonly Breakage<ConsumerCase>[] = [
  sets<ConsumerCase>('maxReceiveCount', notWithin(1, 1000)),
  sets<ConsumerCase>('environmentVariable', fc.constantFrom('', '2ND', 'QUEUE-URL', 'a b')),
  (valid) => fc.constantFrom(0, 43_200_000, 86_400_000).map((processingMillis) => ({
    rule: 'work of no time or of half a day', one: { ...valid, processingMillis }, says: ['processingTime', String(processingMillis / 1000)],
  })),
  (valid) => fc.constant({ rule: 'six attributes', one: { ...valid, attributes: 6, sources: ['topic' as const] }, says: ['subscriptions[0].filterPolicy', '6'] }),
];

propertiesOf('QueueConsumer', consumer, cases, BROKEN);
