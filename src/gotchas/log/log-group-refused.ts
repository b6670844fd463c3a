import { known } from '../../facts/fact';
import { RETENTIONS, type LogGroupFacts } from '../../facts/log-group';
import { all, defineGotcha, each, type Consequence, type Result } from '../definition';

const CLASSES = ['STANDARD', 'INFREQUENT_ACCESS', 'DELIVERY'];
const NAME = /^[A-Za-z0-9_./#-]{1,512}$/;
const FILTERS: Readonly<Record<string, string>> = { 'AWS::Logs::SubscriptionFilter': 'a subscription filter', 'AWS::Logs::MetricFilter': 'a metric filter' };
const FORMS = { id: 'an id', alias: 'an alias' };

export const logGroupRefused = defineGotcha({
  id: 'log-group-refused',
  title: 'The log group of a container can\'t be created as it is written',
  consequence: 'rejected',
  symptom: '`Model validation failed (#/KmsKeyId: failed validation constraint for keyword [pattern])`, `45 is not a valid enum value`, or `InvalidParameterException` when the log group is created.',
  why: 'CloudWatch Logs keeps events for one of a fixed list of days, takes a key by its ARN alone (the Ref of a key is its id), and only one that is symmetric and switched on. '
    + 'Filters read log groups of the class STANDARD only, and the class DELIVERY is for the logs of Lambda, of which it keeps one day.',
  rule: 'The `retentionInDays` of a log group that containers write to is one of 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731 and the numbers of days of 3 to 10 years. Its `kmsKeyId` is an ARN, of a symmetric key that is on. '
    + 'Its name has letters, digits and `_ - / . #`. A subscription filter or a metric filter is on a group of the class `STANDARD`; `DELIVERY` is a warning.',
  fix: 'correct the property of the log group',
  docsUrl: 'https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_CreateLogGroup.html',
  levels: ['synth'],
  avoidedBy: 'Services create their log group with an enumeration of days and the ARN of the key.',
  subject: 'task',
  needs: ['logGroups'],
  check: ({ logGroups }) => each(logGroups, (group) => all(
    () => retention(group),
    () => key(group),
    () => name(group),
    () => classOf(group),
  )),
});

function found(
  group: LogGroupFacts, property: string, value: string | number, what: string, fix: string, consequence?: Consequence,
): readonly Result[] {
  return [{ property: 'logging', detail: `${property} (${value}) of the log group ${group.shownAs} ${what}`, fix, consequence }];
}

function retention(group: LogGroupFacts): readonly Result[] {
  const days = known(group.retentionDays);
  if (days === undefined || RETENTIONS.includes(days)) return [];
  const next = RETENTIONS.find((one) => one > days) ?? RETENTIONS[RETENTIONS.length - 1];
  return found(group, 'retentionInDays', days, 'is not a number of days that CloudWatch Logs has', `set retentionInDays to ${next}`);
}

function key(group: LogGroupFacts): readonly Result[] {
  const form = known(group.keyForm);
  if (form === 'id' || form === 'alias') return found(group, 'kmsKeyId', FORMS[form], 'is not the ARN of the key', 'name the key by its ARN, as Fn::GetAtt [Key, Arn] does');
  if (form === undefined || !known(group.keyIsUnfit)) return [];
  return found(group, 'kmsKeyId', 'a key that is off, or not symmetric', 'can\'t encrypt logs', 'use a symmetric key with Enabled: true');
}

function name(group: LogGroupFacts): readonly Result[] {
  const written = known(group.name);
  if (written === undefined || (NAME.test(written) && !written.startsWith('aws/'))) return [];
  return found(group, 'logGroupName', written, 'can\'t be its name', 'use 1 to 512 letters, digits and the characters _ - / . #, and do not begin with aws/');
}

function classOf(group: LogGroupFacts): readonly Result[] {
  const className = known(group.className);
  if (className === 'STANDARD') return [];
  const property = 'logGroupClass';
  if (!CLASSES.includes(className)) return found(group, property, className, `is none of ${CLASSES.join(', ')}`, 'set logGroupClass to STANDARD or INFREQUENT_ACCESS');
  const [filter] = group.filters;
  if (filter !== undefined) return found(group, property, className, `does not allow ${FILTERS[filter]}`, 'set logGroupClass to STANDARD, or remove the filter');
  if (className !== 'DELIVERY') return [];
  return found(group, property, className, 'keeps events for one day, and nothing searches them', 'set logGroupClass to STANDARD or INFREQUENT_ACCESS', 'misbehaves');
}
