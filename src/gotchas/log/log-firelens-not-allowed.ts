import type { ContainerFacts } from '../../facts/container';
import { known, type Fact } from '../../facts/fact';
import type { RoleFacts } from '../../facts/role';
import { table } from '../../facts/table';
import { all, defineGotcha, each, type Result } from '../definition';
import { ofContainer } from '../naming';
import { allows } from '../permissions';

const TO_CLOUDWATCH = ['logs:CreateLogStream', 'logs:PutLogEvents'];
const TO_FIREHOSE = ['firehose:PutRecordBatch'];
const TO_KINESIS = ['kinesis:PutRecords'];

/** Actions that the router takes as the task role, by the name of its plugin. */
const ACTIONS: Readonly<Record<string, readonly string[] | undefined>> = table({
  cloudwatch: TO_CLOUDWATCH,
  cloudwatch_logs: TO_CLOUDWATCH,
  firehose: TO_FIREHOSE,
  kinesis_firehose: TO_FIREHOSE,
  kinesis: TO_KINESIS,
  kinesis_streams: TO_KINESIS,
  s3: ['s3:PutObject'],
});

export const logFirelensNotAllowed = defineGotcha({
  id: 'log-firelens-not-allowed',
  title: 'The task role may not deliver the logs that a FireLens router sends',
  consequence: 'misbehaves',
  symptom: '`AccessDeniedException` in the log of the router, and no log of the application arrives.',
  why: 'The router is a container like any other: it sends the logs as the task role. The CDK grants it nothing, and the execution role, which awslogs uses, is of no use here.',
  rule: 'With `awsfirelens` the task role allows what the plugin calls: `logs:CreateLogStream` and `logs:PutLogEvents`, with `auto_create_group` also `logs:CreateLogGroup` and, with `log_retention_days`, `logs:PutRetentionPolicy`, '
    + '`firehose:PutRecordBatch`, `kinesis:PutRecords` or `s3:PutObject`. A configuration file in S3 takes `s3:GetObject` of the execution role.',
  fix: 'allow the actions to the task role',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/firelens-taskdef.html',
  levels: ['synth', 'live'],
  avoidedBy: '`FireLensLogs` grants the task role what its destination takes.',
  subject: 'task',
  needs: ['containers'],
  reads: ['taskRole', 'executionRole', 'onFargate'],
  check: ({ containers, taskRole, executionRole, onFargate }) => each(containers, (container) => all(
    () => deliver(container, taskRole, onFargate),
    () => configure(container, executionRole),
  )),
});

function deliver(container: ContainerFacts, role: Fact<RoleFacts | undefined>, onFargate: Fact<boolean>): readonly Result[] {
  const logging = known(container.logging);
  if (!logging || known(logging.driver) !== 'awsfirelens') return [];
  const options = lowerCased(known(logging.options));
  // Without a name the configuration file of the router decides; with a role the plugin assumes that one.
  if (options.name === undefined || options.role_arn !== undefined) return [];
  const plugin = known(options.name);
  const actions = ACTIONS[plugin];
  if (actions === undefined) return [];
  const user = known(role);
  const property = ofContainer(container, 'logging');
  if (user === undefined) {
    // The router finds the credentials of an instance.
    return known(onFargate) ? [{ property, detail: `taskRole (none) leaves the log router without a way to send the logs to ${plugin}` }] : [];
  }
  const toCreate = actions === TO_CLOUDWATCH ? ofNewGroup(options) : [];
  const missing = [...actions, ...toCreate].filter((action) => !allows(user, action));
  return missing.length === 0 ? [] : [{ property, detail: `taskRole (without ${missing.join(', ')}) can't deliver the logs to ${plugin}`, fix: `allow ${missing.join(' and ')} to the task role` }];
}

/** The plugins set the retention of a group that they create, and of no other. */
function ofNewGroup({ auto_create_group: creates, log_retention_days: days }: Readonly<Partial<Record<string, Fact<string>>>>): readonly string[] {
  if (creates === undefined || !/^(true|on)$/i.test(known(creates))) return [];
  return days === undefined || known(days) === '0' ? ['logs:CreateLogGroup'] : ['logs:CreateLogGroup', 'logs:PutRetentionPolicy'];
}

/** Fluent Bit reads its options in any case. */
function lowerCased(options: Readonly<Record<string, Fact<string>>>): Readonly<Partial<Record<string, Fact<string>>>> {
  return Object.fromEntries(Object.entries(options).map(([name, value]) => [name.toLowerCase(), value]));
}

function configure(container: ContainerFacts, role: Fact<RoleFacts | undefined>): readonly Result[] {
  const router = known(container.fireLens);
  const type = router && known(router.options)['config-file-type'];
  if (type === undefined || known(type) !== 's3') return [];
  const reader = known(role);
  if (reader && allows(reader, 's3:GetObject')) return [];
  return [{
    property: ofContainer(container, 'firelensConfiguration'),
    detail: `executionRole (${reader ? 'without s3:GetObject' : 'none'}) can't read the configuration file of the log router`,
    fix: 'allow s3:GetObject on the file and s3:GetBucketLocation on its bucket to the execution role',
  }];
}
