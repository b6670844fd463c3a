import type { SecretKeyFacts } from '../../facts/container';
import { known, Unknown, type Fact } from '../../facts/fact';
import type { RoleFacts } from '../../facts/role';
import { allowsOn } from '../allowed-on';
import { all, defineGotcha, type Result } from '../definition';
import { allows } from '../permissions';

export const logExecSessionsFail = defineGotcha({
  id: 'log-exec-sessions-fail',
  title: 'Sessions of ECS Exec fail, because they can\'t be recorded or encrypted',
  consequence: 'misbehaves',
  symptom: '`aws ecs execute-command` ends at once, with words about encryption or log groups that are not there, while the service runs.',
  why: 'The agent in the container records the session as the task role. It opens none when it can\'t find and write the log group or the bucket, can\'t use the key, or finds no '
    + 'encryption where the cluster demands it.',
  rule: 'With ECS Exec on, the task role allows `logs:DescribeLogGroups`, `logs:DescribeLogStreams`, `logs:CreateLogStream` and `logs:PutLogEvents` for a log group, '
    + '`s3:PutObject` and `s3:GetEncryptionConfiguration` for a bucket, and `kms:Decrypt` for a `kmsKeyId`. With `cloudWatchEncryptionEnabled` the log group has a key, which CloudWatch Logs may use.',
  fix: 'allow the actions to the task role, and set kmsKeyId of the log group or leave out cloudWatchEncryptionEnabled',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html#ecs-exec-logging',
  levels: ['synth', 'live'],
  avoidedBy: 'With `enableExecuteCommand`, services allow their task role what the logging of the cluster takes. `ExecAudit` makes a log group with a key.',
  isObserved: true,
  subject: 'service',
  needs: ['executeCommand', 'task', 'cluster'],
  check: ({ executeCommand, task, cluster }) => {
    if (!executeCommand) return [];
    const records = known(cluster.sessionRecords);
    if (!records) return [];
    return all(
      () => known(records.toLogGroup) ? lacking(task.taskRole, 'the log group', GROUP_ACTIONS, records.logGroup) : [],
      () => known(records.toBucket) ? lacking(task.taskRole, 'the bucket', BUCKET_ACTIONS, records.bucket) : [],
      () => known(records.hasKey) ? withoutKey(task.taskRole, records.key) : [],
      () => !known(records.toLogGroup) || known(records.groupKeyServes) ? [] : [{
        consequence: 'rejected',
        property: 'executeCommandConfiguration.logConfiguration',
        detail: 'cloudWatchLogGroupName (a log group with a key) can\'t be created: the policy of its key does not allow CloudWatch Logs to use it',
        fix: 'allow kms:Encrypt*, kms:Decrypt*, kms:ReEncrypt*, kms:GenerateDataKey* and kms:Describe* to logs.<region>.amazonaws.com in the policy of the key',
      }],
      () => !known(records.toLogGroup) || !known(records.demandsEncryption) || known(records.groupIsEncrypted) ? [] : [{
        property: 'executeCommandConfiguration.logConfiguration',
        detail: 'cloudWatchEncryptionEnabled (true) is for a log group with a key, and the log group of the sessions has none',
        fix: 'set kmsKeyId of the log group, or leave out cloudWatchEncryptionEnabled',
      }],
    );
  },
});

/** The one action that accepts no log group. */
const LIST = 'logs:DescribeLogGroups';
const GROUP_ACTIONS = [LIST, ...['DescribeLogStreams', 'CreateLogStream', 'PutLogEvents'].map((action) => `logs:${action}`)];
const BUCKET_ACTIONS = ['s3:PutObject', 's3:GetEncryptionConfiguration'];

function withoutKey(role: Fact<RoleFacts | undefined>, key: Fact<SecretKeyFacts | undefined>): readonly Result[] {
  const user = known(role);
  if (!user || key === undefined) return [];
  // The policy of a key from elsewhere may name the role.
  if (key instanceof Unknown) return lacking(role, 'the key', ['kms:Decrypt']).map((result) => ({ ...result, consequence: 'risk' as const }));
  if (known(key.policyRoles).includes(known(user.id)) || allowsOn(user, 'kms:Decrypt', [key.id])) return [];
  return [{ property: 'taskRole', detail: 'taskRole (without kms:Decrypt on it) can\'t use the key of the sessions of ECS Exec' }];
}

/** @param id the key of the place in the app; a place outside of the app has none, and its actions may be allowed on any resource */
function lacking(role: Fact<RoleFacts | undefined>, place: string, actions: readonly string[], id?: string): readonly Result[] {
  const given = known(role);
  // Without a task role ECS refuses the service: iam-exec-messages.
  if (!given) return [];
  const missing = actions.filter((action) => !(id === undefined || action === LIST ? allows(given, action) : allowsOn(given, action, [id])));
  return missing.length === 0 ? [] : [{ property: 'taskRole', detail: `taskRole (without ${missing.join(', ')}) can't use ${place} of the sessions of ECS Exec` }];
}
