import { known } from '../../facts/fact';
import type { ConsumerFacts, QueueKey } from '../../facts/queue';
import type { RoleFacts } from '../../facts/role';
import { all, defineGotcha, each, type Result } from '../definition';
import { allows } from '../permissions';

export const queTaskNotAllowed = defineGotcha({
  id: 'que-task-not-allowed',
  title: 'Tasks that may receive messages, and cannot work on them',
  consequence: 'never-works',
  symptom: '`AccessDenied` or `KMS.AccessDeniedException` in the log of the tasks. Messages come back until they move to the dead-letter queue, though their work was done.',
  why: 'A consumer deletes each message that it has worked on, else SQS makes the message visible again. The messages of a queue with a key of the customer are decrypted with the permissions of the task.',
  rule: 'A task role that allows `sqs:ReceiveMessage` on a queue of the app allows `sqs:DeleteMessage` (a warning), and `kms:Decrypt` where the key of the queue is one of the customer. '
    + 'The policy of the key may allow the role instead.',
  fix: 'use grantConsumeMessages of the queue, which grants both',
  docsUrl: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-key-management.html',
  levels: ['synth'],
  designedOut: '`QueueConsumer` grants the task role both.',
  subject: 'queue',
  needs: ['consumers', 'key'],
  check: ({ consumers, key }) => each(consumers, (consumer) => {
    const role = known(consumer.taskRole);
    return role === undefined ? [] : all(() => deletes(role, consumer), () => decrypts(role, consumer, key));
  }),
});

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
