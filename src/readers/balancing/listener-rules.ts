import { readRuleConditions } from './rule-conditions';
import { pushTo, type App } from '../../cloudformation/app';
import { memoize } from '../../cloudformation/memoize';
import type { Resource, Template } from '../../cloudformation/template';
import type { Value } from '../../cloudformation/value';
import { keyOf, required, resourceIn } from '../../cloudformation/value-helpers';
import { Unknown, type Fact } from '../../facts/fact';
import { conditionsOf, coverAll, type Condition } from '../../facts/rule-conditions';

/** A rule of a listener whose listener and priority are known. */
interface Placed {
  readonly rule: Resource;
  readonly priority: number;
  readonly conditions: Fact<readonly Condition[]>;
}

/** The rules of the app that are on a listener of the app. */
export function rulesOn(listener: Resource): readonly Resource[] {
  return rulesByListener(listener.template.app).get(listener) ?? [];
}

const rulesByListener = memoize((app: App) => {
  const found = new Map<Resource, Resource[]>();
  for (const rule of app.ofType('AWS::ElasticLoadBalancingV2::ListenerRule')) {
    const listener = resourceIn(rule.properties.get('ListenerArn'), 'AWS::ElasticLoadBalancingV2::Listener');
    if (listener) pushTo(found, listener, rule);
  }
  return found;
});

/** Other rules of the same listener with the same priority. */
export function readSamePriority(rule: Resource): Fact<readonly string[]> {
  const place = placeOf(rule);
  if (place instanceof Unknown) return place;
  const others = rulesOf(place.listener, rule).filter((other) => other.rule !== rule && other.priority === place.priority);
  // Of two rules with different conditions there may never be more than one.
  if (others.some(({ rule: { condition } }) => condition !== rule.condition)) return new Unknown('a condition decides which of the rules exist');
  return others.map(({ rule: other }) => nameOf(other));
}

/** Rules of the listener with a higher priority that match every request of this rule. */
export function readShadowedBy(rule: Resource): Fact<readonly string[]> {
  const place = placeOf(rule);
  if (place instanceof Unknown) return place;
  const all = rulesOf(place.listener, rule);
  const narrow = all.find((other) => other.rule === rule)!.conditions;
  if (narrow instanceof Unknown) return narrow;
  const found: string[] = [];
  for (const { rule: other, priority, conditions: wide } of all) {
    if (priority >= place.priority || wide instanceof Unknown || !coverAll(wide, narrow)) continue;
    // A rule that a condition decides on may not be there.
    if (other.condition === undefined || other.condition === rule.condition) found.push(nameOf(other));
  }
  return found;
}

function nameOf({ template, logicalId }: Resource): string {
  return `${logicalId} in ${template.source.stackName ?? template.source.id}`;
}

function rulesOf(listener: string, rule: Resource): readonly Placed[] {
  return placedByListener(rule.template.app).get(listener) ?? [];
}

const placedByListener = memoize((app: App) => {
  const found = new Map<string, Placed[]>();
  for (const rule of app.ofType('AWS::ElasticLoadBalancingV2::ListenerRule')) {
    const place = placeOf(rule);
    if (place instanceof Unknown) continue;
    const conditions = readRuleConditions(rule.properties.get('Conditions'));
    const placed = { rule, priority: place.priority, conditions: conditions instanceof Unknown ? conditions : conditionsOf(conditions) };
    pushTo(found, place.listener, placed);
  }
  return found;
});

function placeOf({ properties, template }: Resource): { readonly listener: string; readonly priority: number } | Unknown {
  const listener = listenerKey(properties.get('ListenerArn'), template);
  const priority = required(properties.get('Priority').number());
  if (listener instanceof Unknown) return listener;
  return priority instanceof Unknown ? priority : { listener, priority };
}

function listenerKey(value: Value, { source: { assembly, account, region } }: Template): Fact<string> {
  const resource = value.resource();
  if (resource !== undefined && !(resource instanceof Unknown)) return keyOf(resource);
  const arn = required(value.text());
  if (arn instanceof Unknown) return arn;
  // What the CDK puts in until it has looked up a listener; the ARNs of real ones have `app`.
  if (arn.includes(':listener/application/')) return new Unknown('the listener is not looked up yet');
  // A text that is not an ARN may name another listener in another environment.
  return [arn, assembly, account, region].join(' ');
}
