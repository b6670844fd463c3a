import * as iam from 'aws-cdk-lib/aws-iam';
import * as sns from 'aws-cdk-lib/aws-sns';
import type * as sqs from 'aws-cdk-lib/aws-sqs';
import { Names, Stack } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { admitSender } from './admit-sender';
import { checkFilterPolicy } from './filter-policy';
import { warnUnlessAdded } from '../checks/not-edited';
import { placeOf } from './place';
import type { TopicSubscriptionOptions } from './subscription-options';
import type { SubscriptionSource } from './subscription-source';
import { isFifoTopic } from './known-topic';
import type { UndeliveredQueues } from './undelivered-queues';
import { Unknown, type Fact } from '../facts/fact';
import type { SenderFacts } from '../facts/queue';
import { refuse } from '../gotchas/enforce';
import { queTopicKind } from '../gotchas/que/que-topic-kind';

const PRINCIPAL = 'sns.amazonaws.com';

/** A topic of SNS. */
export class TopicSource implements SubscriptionSource {
  public readonly onlyOnce: object;

  public constructor(private readonly topic: sns.ITopic, private readonly options: TopicSubscriptionOptions) {
    this.onlyOnce = topic;
  }

  public get sender(): SenderFacts {
    return { principal: PRINCIPAL, kind: 'subscription', setsGroup: isFifoTopic(this.topic), maySend: true, mayEncrypt: true };
  }

  public check(at: string, property: string, queue: sqs.IQueue | undefined, fifo: Fact<boolean>): void {
    checkFilterPolicy(at, property, this.options);
    if (fifo === true && isFifoTopic(this.topic) === false) {
      refuse({
        headline: `${property} is a standard topic, and the queue is a FIFO queue`,
        gotcha: queTopicKind,
        at,
        property,
      });
    }
    this.checkRegion(at, property, queue);
  }

  public bind(scope: Construct, queue: sqs.IQueue, undelivered: UndeliveredQueues): void {
    const { topic, options: { filterPolicy, filterPolicyWithMessageBody, raw = true } } = this;
    const { topicArn } = topic;
    const fifo = isFifoTopic(topic);
    const policy = admitSender(scope, queue, {
      principal: PRINCIPAL, sourceArn: topicArn, keyConditions: { ArnEquals: { 'aws:SourceArn': topicArn } },
    });
    this.admitOtherAccount(scope);
    const subscription = new sns.Subscription(scope, Names.uniqueResourceName(topic, { maxLength: 100 }), {
      topic,
      protocol: sns.SubscriptionProtocol.SQS,
      endpoint: queue.queueArn,
      rawMessageDelivery: raw,
      filterPolicy,
      filterPolicyWithMessageBody,
      deadLetterQueue: undelivered.of(fifo instanceof Unknown ? topic.fifo : fifo),
    });
    // A message that comes before the policy would be undelivered.
    if (policy) subscription.node.addDependency(policy);
  }

  private checkRegion(at: string, property: string, queue: sqs.IQueue | undefined): void {
    const [topicRegion, queueRegion] = [placeOf(this.topic.env.region), placeOf(queue?.env.region)];
    if (topicRegion === undefined || queueRegion === undefined || topicRegion === queueRegion) return;
    refuse({
      headline: `${property} is a topic in ${topicRegion}, and the queue is in ${queueRegion}`,
      at,
      property,
      why: 'The queue for undelivered messages must be in the region of the topic.',
      fix: `use a queue in ${topicRegion}`,
      docs: 'https://docs.aws.amazon.com/sns/latest/dg/sns-dead-letter-queues.html',
    });
  }

  /** The policy of a topic of another account must allow this account to subscribe. */
  private admitOtherAccount(scope: Construct): void {
    const [owner, own] = [placeOf(this.topic.env.account), placeOf(Stack.of(scope).account)];
    if (owner === undefined || own === undefined || owner === own) return;
    const added = this.topic.addToResourcePolicy(new iam.PolicyStatement({
      principals: [new iam.AccountPrincipal(own)],
      actions: ['sns:Subscribe'],
      resources: [this.topic.topicArn],
      conditions: { StringEquals: { 'sns:Protocol': 'sqs' } },
    }));
    warnUnlessAdded(scope, added, `the topic belongs to account ${owner}, and its policy is not edited: make sure that it allows account ${own} sns:Subscribe`);
  }
}
