import { known } from '../../facts/fact';
import { defineGotcha, each } from '../definition';
import { ofContainer, ofLogGroup } from '../naming';

export const logGroupKeyDenies = defineGotcha({
  id: 'log-group-key-denies',
  title: 'The key of a log group does not allow CloudWatch Logs to use it',
  consequence: 'rejected',
  symptom: '`The specified KMS key does not exist or is not allowed to be used with Arn \'arn:aws:logs:…\'`',
  why: 'CloudWatch Logs encrypts the log group itself, as the service principal of its region. It refuses to create a group with a key whose policy does not name that principal: '
    + 'the permissions of the account and its roles don\'t count for it. It sends the ARN of the group along, which a condition of the policy may ask for.',
  rule: 'The policy of a key of the app that encrypts the log group of a container allows `kms:Decrypt` and `kms:GenerateDataKey` to `logs.<region>.amazonaws.com`. A condition on `kms:EncryptionContext:aws:logs:arn` names that group.',
  fix: 'allow kms:Encrypt*, kms:Decrypt*, kms:ReEncrypt*, kms:GenerateDataKey* and kms:Describe* to logs.<region>.amazonaws.com in the policy of the key, if at all on the condition that kms:EncryptionContext:aws:logs:arn is the ARN of the group',
  docsUrl: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html',
  levels: ['synth'],
  avoidedBy: 'Services let CloudWatch Logs use the `encryptionKey` of their own log group.',
  subject: 'task',
  needs: ['containers'],
  check: ({ containers }) => each(containers, (container) => {
    const logging = known(container.logging);
    if (!logging || known(logging.driver) !== 'awslogs' || known(logging.groupKeyServes)) return [];
    return logging.isDescribedElsewhere ? [] : [{ property: ofContainer(container, 'logging'), detail: `${ofLogGroup(logging, 'awslogs-group', 'a log group with a key')} can't be created: the policy of its key does not let CloudWatch Logs use it` }];
  }),
});
