import { admits, fromSource } from '../permissions/service-principals';
import { pushTo, type App } from '../../cloudformation/app';
import { memoize } from '../../cloudformation/memoize';
import type { Resource } from '../../cloudformation/template';
import { MAYBE_EXTENDED, usedByUnreadParts } from '../../cloudformation/unread-parts';
import type { Value } from '../../cloudformation/value';
import { allOf, anyOf, resourceIn } from '../../cloudformation/value-helpers';
import type { EventTargetFacts } from '../../facts/event-rule';
import { Unknown, type Fact } from '../../facts/fact';
import { coversPattern } from '../../facts/wildcards';

const TOPIC = 'AWS::SNS::Topic';
const FUNCTION = 'AWS::Lambda::Function';
const EVENTS = 'events.amazonaws.com';

/** Targets of a rule that have to allow EventBridge by a policy of their own: topics and functions of the app. */
export function readEventTargets(rule: Resource): Fact<readonly EventTargetFacts[]> {
  const targets = rule.properties.get('Targets').items();
  if (targets instanceof Unknown) return targets;
  return targets.flatMap((target): readonly EventTargetFacts[] => {
    if (target.get('RoleArn').isSet() !== false) return [];
    const topic = resourceIn(target.get('Arn'), TOPIC);
    if (topic) return [{ kind: 'topic', name: topic.logicalId, admitsRule: readAdmits(policies(topic.template.app), topic, (policy) => publishes(policy, rule)) }];
    const called = resourceIn(target.get('Arn'), FUNCTION);
    return called ? [{ kind: 'function', name: called.logicalId, admitsRule: readAdmits(policies(called.template.app), called, (policy) => invokes(policy, rule)) }] : [];
  });
}

function readAdmits({ byTarget, unclear }: Policies, target: Resource, allows: (policy: Resource) => Fact<boolean>): Fact<boolean> {
  const allowed = anyOf((byTarget.get(target) ?? []).map(allows));
  if (allowed !== false) return allowed;
  return unclear ?? (usedByUnreadParts(target.template.app).has(target) ? new Unknown(MAYBE_EXTENDED) : false);
}

interface Policies {
  readonly byTarget: ReadonlyMap<Resource, readonly Resource[]>;
  /** A policy that may be for any of them. */
  readonly unclear: Unknown | undefined;
}

const policies = memoize((app: App): Policies => {
  const byTarget = new Map<Resource, Resource[]>();
  let unclear: Unknown | undefined;
  const add = (policy: Resource, value: Value, type: string): void => {
    const target = resourceIn(value, type);
    if (target) pushTo(byTarget, target, policy);
    else unclear ??= new Unknown(`${policy.logicalId} may be for any of them`);
  };
  for (const policy of app.ofType('AWS::SNS::TopicPolicy', 'AWS::SNS::TopicInlinePolicy')) {
    const topics = policy.type === 'AWS::SNS::TopicPolicy' ? policy.properties.get('Topics').items() : [policy.properties.get('TopicArn')];
    if (topics instanceof Unknown) unclear ??= topics;
    else topics.forEach((topic) => add(policy, topic, TOPIC));
  }
  app.ofType('AWS::Lambda::Permission').forEach((permission) => add(permission, permission.properties.get('FunctionName'), FUNCTION));
  return { byTarget, unclear };
});

function publishes({ properties }: Resource, rule: Resource): Fact<boolean> {
  return admits(properties.get('PolicyDocument'), EVENTS, ['sns:Publish'], fromSource(rule));
}

function invokes({ properties }: Resource, rule: Resource): Fact<boolean> {
  const source = properties.get('SourceArn');
  if (source.isSet() === true && !fromSource(rule).mayBe(source)) return false;
  const [principal, action] = [properties.get('Principal').text(), properties.get('Action').text()];
  return allOf([
    typeof principal === 'string' ? [EVENTS, '*'].includes(principal) : principal instanceof Unknown ? principal : false,
    typeof action === 'string' ? coversPattern(action.toLowerCase(), 'lambda:invokefunction') : action instanceof Unknown ? action : false,
  ]);
}
