import { known } from '../../facts/fact';
import type { SenderFacts } from '../../facts/queue';
import { defineGotcha, each, type Result } from '../definition';

export const queSenderCannotEncrypt = defineGotcha({
  id: 'que-sender-cannot-encrypt',
  title: 'A queue whose key its senders cannot use',
  consequence: 'never-works',
  symptom: 'Nothing arrives in the queue. `NumberOfNotificationsFailed` of the topic or `FailedInvocations` of the rule rises; delivery logs have `KMS.AccessDeniedException`.',
  why: 'SNS, EventBridge and S3 encrypt what they send with the key of the queue, and need kms:GenerateDataKey and kms:Decrypt in its key policy. '
    + 'The policy of the key alias/aws/sqs, which AWS manages, allows no service and cannot be changed.',
  rule: 'A queue that a subscription, a rule or a bucket of the app sends to is encrypted with SQS\'s own key, or with a key whose policy allows the service principal '
    + '`kms:GenerateDataKey` and `kms:Decrypt`.',
  fix: 'encrypt the queue with QueueEncryption.SQS_MANAGED, or allow the service principal kms:GenerateDataKey* and kms:Decrypt in the key policy',
  docsUrl: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-key-management.html',
  levels: ['construct', 'synth'],
  designedOut: '`Subscription` adds the service to the policy of the key of the queue.',
  subject: 'queue',
  needs: ['key', 'senders'],
  check: ({ key, senders }) => {
    if (key === 'none' || key === 'sqs') return [];
    return onePerPrincipal(senders, (sender) => key === 'aws' ? [{
      property: 'encryption',
      detail: `encryption (alias/aws/sqs) is a key that ${sender.principal} can't use for the messages of its ${sender.kind}`,
      fix: 'encrypt the queue with QueueEncryption.SQS_MANAGED, or with a key of your own',
    }] : known(sender.mayEncrypt) ? [] : [{
      property: 'encryptionMasterKey',
      detail: `encryptionMasterKey (policy of the key) does not allow ${sender.principal} to encrypt the messages of its ${sender.kind}`,
      fix: `allow ${sender.principal} kms:GenerateDataKey* and kms:Decrypt in the key policy`,
    }]);
  },
});

/** Runs a check for one of the senders of each service. */
function onePerPrincipal(senders: readonly SenderFacts[], check: (sender: SenderFacts) => readonly Result[]): readonly Result[] {
  const first = senders.filter(({ principal }, index) => senders.findIndex((other) => other.principal === principal) === index);
  return each(first, check);
}
