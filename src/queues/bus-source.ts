import * as events from 'aws-cdk-lib/aws-events';
import type * as sqs from 'aws-cdk-lib/aws-sqs';
import { Names } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { admitSender } from './admit-sender';
import { cfnQueueOf } from './known-queue';
import { placeOf } from './place';
import type { BusSubscriptionOptions } from './subscription-options';
import type { SubscriptionSource } from './subscription-source';
import type { UndeliveredQueues } from './undelivered-queues';
import type { Fact } from '../facts/fact';
import type { SenderFacts } from '../facts/queue';
import { refuse } from '../gotchas/enforce';

const PRINCIPAL = 'events.amazonaws.com';
const DOCS = 'https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_SqsParameters.html';

/** An event bus of EventBridge. */
export class BusSource implements SubscriptionSource {
  public readonly sender: SenderFacts = { principal: PRINCIPAL, kind: 'rule', setsGroup: true, maySend: true, mayEncrypt: true };

  public constructor(
    private readonly eventBus: events.IEventBus, private readonly eventPattern: events.EventPattern, private readonly options: BusSubscriptionOptions,
  ) {}

  public check(at: string, property: string, queue: sqs.IQueue | undefined, fifo: Fact<boolean>): void {
    const conditions = Object.values(this.eventPattern ?? {}).filter((condition) => condition !== undefined);
    if (conditions.length === 0) {
      refuse({
        headline: `${property} has an event pattern without a condition`,
        at,
        property,
        fix: "name the events, as in { source: ['shop.orders'] }",
        docs: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-patterns.html',
      });
    }
    this.checkGroup(at, property, queue, fifo);
    this.checkPlace(at, property, queue);
  }

  public bind(scope: Construct, queue: sqs.IQueue, undelivered: UndeliveredQueues): void {
    const { messageGroupId } = this.options;
    const deadLetterQueue = undelivered.of(false);
    const rule = new events.Rule(scope, freeId(scope, Names.uniqueResourceName(this.eventBus, { maxLength: 100 })), {
      eventBus: this.eventBus,
      eventPattern: this.eventPattern,
      targets: [{
        bind: () => ({
          arn: queue.queueArn,
          deadLetterConfig: { arn: deadLetterQueue.queueArn },
          sqsParameters: messageGroupId ? { messageGroupId } : undefined,
        }),
      }],
    });
    for (const receiver of [queue, deadLetterQueue]) admitSender(scope, receiver, { principal: PRINCIPAL, sourceArn: rule.ruleArn });
  }

  /** The CDK names a bus without its account. */
  private checkPlace(at: string, property: string, queue: sqs.IQueue | undefined): void {
    for (const part of ['account', 'region'] as const) {
      const [bus, own] = [placeOf(this.eventBus.env[part]), placeOf(queue?.env[part])];
      if (bus === undefined || own === undefined || bus === own) continue;
      refuse({
        headline: `${property} is an event bus of ${part} ${bus}, and the queue is in ${part} ${own}`,
        at,
        property,
        why: 'A rule belongs to its event bus, and a rule of this app is created beside the queue.',
        fix: `forward the events to an event bus of ${part} ${own}, and subscribe to that`,
        docs: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-cross-account.html',
      });
    }
  }

  private checkGroup(at: string, property: string, queue: sqs.IQueue | undefined, fifo: Fact<boolean>): void {
    const { messageGroupId } = this.options;
    if (fifo === true && messageGroupId === undefined) {
      refuse({ headline: `${property} has no messageGroupId, and the queue is a FIFO queue`, at, property, fix: 'set messageGroupId, or use a standard queue', docs: DOCS });
    }
    if (fifo === false && messageGroupId !== undefined) {
      refuse({ headline: `${property} has a messageGroupId, and the queue is a standard queue`, at, property, fix: 'leave out messageGroupId, or use a FIFO queue', docs: DOCS });
    }
    const resource = queue && cfnQueueOf(queue);
    if (fifo !== true || !resource || (resource.contentBasedDeduplication ?? false) !== false) return;
    refuse({
      headline: `${property} is an event bus, and the FIFO queue has no contentBasedDeduplication`,
      at,
      property,
      why: 'EventBridge sends no deduplication id, which SQS requires of each message unless it makes one of the content.',
      fix: 'set contentBasedDeduplication of the queue to true',
      docs: DOCS,
    });
  }
}

/** Several patterns of one bus are several rules. */
function freeId(scope: Construct, name: string): string {
  let id = name;
  for (let count = 2; scope.node.tryFindChild(id); count++) id = `${name}${count}`;
  return id;
}
