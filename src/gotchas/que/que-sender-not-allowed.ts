import { known } from '../../facts/fact';
import type { SenderFacts } from '../../facts/queue';
import { defineGotcha, each } from '../definition';

export const queSenderNotAllowed = defineGotcha({
  id: 'que-sender-not-allowed',
  title: 'A queue whose policy does not allow its senders',
  consequence: 'never-works',
  symptom: 'Nothing arrives in the queue. `NumberOfNotificationsFailed` of the topic or `FailedInvocations` of the rule rises.',
  why: 'SNS, EventBridge and S3 send to a queue as services of AWS, which the policy of the queue must allow. A subscription or a rule can be created without that.',
  rule: 'A queue that a subscription, a rule or a bucket of the app sends to has a policy that allows the service principal `sqs:SendMessage`, with a condition on `aws:SourceArn` for this source or with none.',
  fix: 'allow the service principal sqs:SendMessage in the policy of the queue, for the ARN of the source (aws:SourceArn)',
  docsUrl: 'https://docs.aws.amazon.com/sns/latest/dg/subscribe-sqs-queue-to-sns-topic.html',
  levels: ['synth'],
  designedOut: '`Subscription` adds the statement to the policy of the queue.',
  subject: 'queue',
  needs: ['senders'],
  check: ({ senders }) => {
    // One finding for each service: statements for its other sources are those that are missing too.
    const isFirst = ({ principal }: SenderFacts, index: number) => (
      senders.findIndex((other) => other.principal === principal && other.maySend !== true) === index);
    return each(senders.filter(isFirst), ({ principal, kind, maySend }) => known(maySend) ? [] : [{
      property: 'policy',
      detail: `policy (of the queue) does not allow ${principal} to send the messages of its ${kind}`,
      fix: `allow ${principal} sqs:SendMessage in an AWS::SQS::QueuePolicy of the queue`,
    }]);
  },
});
