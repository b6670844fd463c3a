import { readPattern } from './event-patterns';
import { readEventTargets } from './event-targets';
import { LAUNCHERS, readTaskLaunches } from './task-launches';
import type { App } from '../../cloudformation/app';
import { memoize } from '../../cloudformation/memoize';
import { referrers } from '../../cloudformation/references';
import type { Resource } from '../../cloudformation/template';
import { MAYBE_EXTENDED, usedByUnreadParts } from '../../cloudformation/unread-parts';
import { resourceIn } from '../../cloudformation/value-helpers';
import type { EventBucketFacts, EventRuleFacts, PatternFieldFacts } from '../../facts/event-rule';
import { Unknown, type Fact } from '../../facts/fact';

const RULE = 'AWS::Events::Rule';
const BUCKET = 'AWS::S3::Bucket';
/** Sources and types of events of ECS, however they are spelled. */
const OF_ECS = /ecs/i;

/** The rules of the app for events of ECS, or for events that run tasks. */
export const eventRules = memoize((app: App): readonly Resource[] => app.ofType(RULE).filter((rule) => runsTask(rule) || isOfEcs(rule)));

/** A rule, as far as its events decide. */
export function readEventRule(rule: Resource): EventRuleFacts {
  const pattern = fieldsOf(rule);
  const buckets = pattern instanceof Unknown ? pattern : readBuckets(rule, pattern);
  return { pattern, buckets, runsTask: runsTask(rule), targets: readEventTargets(rule) };
}

function isOfEcs(rule: Resource): boolean {
  const pattern = fieldsOf(rule);
  return !(pattern instanceof Unknown) && pattern.some(({ path, values }) => (
    ['source', 'detail-type'].includes(path) && values.some((value) => typeof value === 'string' && OF_ECS.test(value))));
}

function runsTask(rule: Resource): boolean {
  const targets = rule.properties.get('Targets').items();
  if (readTaskLaunches(rule).length > 0) return true;
  return !(targets instanceof Unknown) && targets.some((target) => {
    const machine = resourceIn(target.get('Arn'), ...LAUNCHERS);
    return machine !== undefined && machine.type !== RULE && readTaskLaunches(machine).length > 0;
  });
}

const fieldsOf = memoize((rule: Resource): Fact<readonly PatternFieldFacts[]> => {
  const document = rule.properties.get('EventPattern').document();
  return document instanceof Unknown ? document : readPattern(document);
});

/** Buckets that a pattern for events of S3 names, all of which the app has. */
function readBuckets(rule: Resource, pattern: readonly PatternFieldFacts[]): readonly EventBucketFacts[] {
  const [source, type, name] = ['source', 'detail-type', 'detail.bucket.name'].map((path) => pattern.find((field) => field.path === path));
  const isOfS3 = source?.values.includes('aws.s3') && !type?.values.some((value) => value instanceof Unknown || value.includes('CloudTrail'));
  if (!isOfS3 || !name || name.isOpen) return [];
  const buckets = rule.template.app.ofType(BUCKET);
  return name.values.flatMap((value) => buckets
    .filter(({ logicalId, template, properties }) => (
      (value === `<name of ${logicalId}>` && template === rule.template) || (typeof value === 'string' && properties.get('BucketName').text() === value)))
    .map((bucket) => ({ bucket: bucket.logicalId, sendsEvents: readSendsEvents(bucket) })));
}

function readSendsEvents(bucket: Resource): Fact<boolean> {
  const settings = bucket.properties.at('NotificationConfiguration', 'EventBridgeConfiguration');
  const isSet = settings.isSet();
  if (isSet instanceof Unknown) return isSet;
  if (isSet) return settings.get('EventBridgeEnabled').flag() !== false;
  const { app } = bucket.template;
  // The AWS CDK and others turn the events on by a resource of their own.
  const others = [...referrers(app).get(bucket)?.resources ?? []].filter(({ type }) => type.startsWith('Custom::') || type === 'AWS::CloudFormation::CustomResource');
  if (others.length > 0) return new Unknown(`${others[0].logicalId} may change the bucket`);
  return usedByUnreadParts(app).has(bucket) ? new Unknown(MAYBE_EXTENDED) : false;
}
