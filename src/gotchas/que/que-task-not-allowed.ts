import { anyKnown, known } from '../../facts/fact';
import type { ConsumerFacts, QueueKey, QueueUserFacts } from '../../facts/queue';
import type { RoleFacts } from '../../facts/role';
import { allowsOn } from '../allowed-on';
import { all, defineGotcha, each, type Result } from '../definition';
import { allows } from '../permissions';

export const queTaskNotAllowed = defineGotcha({
  id: 'que-task-not-allowed',
  title: 'Tasks that cannot work on the messages of their queue',
  consequence: 'never-works',
  symptom: '`AccessDenied` or `KMS.AccessDeniedException` in the log of the tasks. Messages come back until they move to the dead-letter queue, though their work was done.',
  why: 'Tasks have the permissions of their task role, and nothing else. A consumer deletes each message that it has worked on, else SQS makes the message visible again. The messages of a queue with a key of the customer are decrypted with the permissions of the task.',
  rule: 'A task role that allows `sqs:ReceiveMessage` on a queue of the app allows `sqs:DeleteMessage` (a warning), and `kms:Decrypt` where the key of the queue is one of the customer. '
    + 'The policy of the key may allow the role instead. '
    + 'A task role whose containers have a queue of the app in their environment allows to receive from it or to send to it (a warning), unless the policy of the queue may allow the role.',
  fix: 'use grantConsumeMessages of the queue, which grants both',
  docsUrl: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-using-identity-based-policies.html',
  levels: ['synth'],
  designedOut: '`QueueConsumer` grants the task role both.',
  subject: 'queue',
  needs: ['consumers', 'key'],
  reads: ['users'],
  check: ({ consumers, key, users }) => all(
    () => each(consumers, (consumer) => {
      const role = known(consumer.taskRole);
      return role === undefined ? [] : all(() => deletes(role, consumer), () => decrypts(role, consumer, key));
    }),
    () => each(known(users), uses),
  ),
});

/** Each of these is a use of a queue; an app that only watches it has the last one alone. */
const USES = ['sqs:ReceiveMessage', 'sqs:SendMessage', 'sqs:GetQueueAttributes'];

function uses({ service, taskRole, queueId, hasOtherAccess }: QueueUserFacts): readonly Result[] {
  const role = known(taskRole);
  if ((role && anyKnown(USES, (action) => allowsOn(role, action, [queueId]))) || known(hasOtherAccess)) return [];
  return [{
    property: 'taskRole',
    consequence: 'misbehaves',
    detail: `taskRole (${role ? 'without sqs:ReceiveMessage and sqs:SendMessage on the queue' : 'none'}) leaves service ${known(service)} no use of the queue in its environment`,
    fix: 'allow the task role to receive from the queue (grantConsumeMessages) or to send to it (grantSendMessages)',
  }];
}

function deletes(role: RoleFacts, { service }: ConsumerFacts): readonly Result[] {
  return allows(role, 'sqs:DeleteMessage') ? [] : [{
    property: 'taskRole',
    consequence: 'misbehaves',
    detail: `taskRole (without sqs:DeleteMessage) makes service ${known(service)} receive messages again after their work`,
    fix: 'allow sqs:DeleteMessage on the queue to the task role',
  }];
}

function decrypts(role: RoleFacts, { service, keyAdmitsRole }: ConsumerFacts, key: QueueKey): readonly Result[] {
  return key !== 'customer' || allows(role, 'kms:Decrypt') || known(keyAdmitsRole) ? [] : [{
    property: 'taskRole',
    detail: `taskRole (without kms:Decrypt) leaves service ${known(service)} without the messages of a queue that is encrypted with a key of its own`,
    fix: 'allow kms:Decrypt on the key of the queue to the task role',
  }];
}
