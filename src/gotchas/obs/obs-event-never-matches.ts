import type { PatternFieldFacts } from '../../facts/event-rule';
import { known, knownOf, whereKnown } from '../../facts/fact';
import { all, defineGotcha, each, type Finding, type Result } from '../definition';
import { ECS_EVENTS, MEANT_FIELDS, meantEvent, meantSource, meantWord } from './event-words';

const OF_TASKS = 'ECS Task State Change';
/** Fields of events of ECS that are ARNs. */
const ARNS = ['detail.clusterArn', 'detail.taskArn', 'detail.taskDefinitionArn', 'detail.containerInstanceArn'];

export const obsEventNeverMatches = defineGotcha({
  id: 'obs-event-never-matches',
  title: 'An event pattern that matches no event',
  consequence: 'never-works',
  symptom: '`Event pattern is not valid`, when the stack is deployed; or a rule that never fires: `MatchedEvents` stays at 0.',
  why: 'EventBridge compares each field of a pattern with the event letter by letter. Events of ECS have the source `aws.ecs`, a type such as `ECS Task State Change`, and clusters by their ARN. '
    + 'S3 sends events of a bucket to EventBridge only where that is turned on for the bucket.',
  rule: 'Each value of an event pattern is a list (an error otherwise). A pattern for events of ECS has the source `aws.ecs`, the type, fields and values of its events in their exact letters, ARNs where the field is one, '
    + 'and a group as `service:<name>`. A bucket that a pattern names has `EventBridgeConfiguration`. Where the rule runs no task, it is a warning.',
  fix: 'write the fields of the pattern as an event of ECS has them, each with a list of values',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs_cwe_events.html',
  levels: ['synth'],
  avoidedBy: '`onFailure` of `ScheduledJob` and `EventJob`, and the notifications of a deployment, write their patterns themselves.',
  subject: 'eventRule',
  needs: ['pattern', 'runsTask'],
  reads: ['buckets'],
  check: ({ pattern, buckets, runsTask }) => all(
    () => each(pattern, ({ path, isList }) => known(isList) ? [] : [{
      property: 'eventPattern', consequence: 'rejected', detail: `eventPattern (${path}) has a value that is no list`, fix: `write the value of ${path} as a list`,
    }]),
    () => oneOf(pattern, runsTask),
    () => each(known(buckets), ({ bucket, sendsEvents }) => known(sendsEvents) ? [] : [{
      property: 'eventPattern',
      consequence: consequenceOf(runsTask),
      detail: `eventPattern (events of ${bucket}) waits for a bucket that sends no events to EventBridge`,
      fix: `set EventBridgeConfiguration in NotificationConfiguration of ${bucket} (eventBridgeEnabled: true)`,
    }]),
  ),
});

/** A rule that only reports events is no reason to stop an app that runs. */
function consequenceOf(runsTask: boolean): Finding['consequence'] {
  return runsTask ? undefined : 'misbehaves';
}

/** The first fault is enough: with it mended, the next one shows. */
function oneOf(pattern: readonly PatternFieldFacts[], runsTask: boolean): readonly Result[] {
  const types = pattern.find(({ path }) => path === 'detail-type');
  const isOfEcs = pattern.some(({ path, values }) => path === 'source' && values.includes('aws.ecs'));
  const meansEcs = types?.values.some((type) => typeof type === 'string' && (ECS_EVENTS.includes(type) || meantEvent(type) !== undefined)) ?? false;
  const found = each(pattern, (field) => faults(field, { isOfEcs, meansEcs, types }));
  const first = found.find((one): one is Fault => !('notChecked' in one));
  if (!first) return found;
  const { isWhole, ...finding } = first;
  return [{ property: 'eventPattern', ...finding, consequence: consequenceOf(runsTask && isWhole) }];
}

interface Context {
  readonly isOfEcs: boolean;
  readonly meansEcs: boolean;
  readonly types?: PatternFieldFacts;
}

interface Fault extends Finding {
  /** No value of the field ever matches. */
  readonly isWhole: boolean;
}

function faults({ path, values, isOpen }: PatternFieldFacts, context: Context): readonly Fault[] {
  const wrong = whereKnown(values, (value) => mend(path, known(value), context) !== undefined);
  if (wrong.length > 0) {
    const [value] = knownOf(wrong);
    return [{ detail: `eventPattern (${path}: ${value}) matches no event of ECS`, fix: mend(path, value, context), isWhole: !isOpen && wrong.length === values.length }];
  }
  const meant = onlyOfTasks(context) && Object.hasOwn(MEANT_FIELDS, path) ? MEANT_FIELDS[path] : undefined;
  if (meant === undefined || isOpen) return [];
  return [{ detail: `eventPattern (${path}) is no field of ${OF_TASKS}`, fix: `use ${meant}`, isWhole: true }];
}

function onlyOfTasks({ isOfEcs, types }: Context): boolean {
  return isOfEcs && types !== undefined && !types.isOpen && types.values.every((type) => type === OF_TASKS);
}

/** The way to write a value; `undefined`: it may match. */
function mend(path: string, value: string, { isOfEcs, meansEcs }: Context): string | undefined {
  if (path === 'source') {
    const meant = meansEcs || /aws|amazon/i.test(value) ? meantSource(value) : undefined;
    return meant && `set source to ${meant}`;
  }
  if (!isOfEcs) return undefined;
  if (path === 'detail-type') {
    if (/^EC[^S]\w* /.test(value)) return 'set source to the service of the event, or detail-type to an event of ECS';
    const meant = meantEvent(value);
    return meant && `set detail-type to ${meant}`;
  }
  if (ARNS.includes(path)) return value.startsWith('arn:') || value.startsWith('<ARN') ? undefined : `set ${path} to the ARN`;
  if (path === 'detail.group' && /^(<(name|ARN) of \w+>$|arn:)/.test(value)) return `set ${path} to service:<name of the service>`;
  const meant = meantWord(path, value);
  return meant && `set ${path} to ${meant}`;
}
