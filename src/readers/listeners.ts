import type { App } from './app';
import { readReferredBalancer } from './balancers';
import { once } from './memo';
import { keyOf, list, required } from './reading';
import type { Resource, Template } from './template';
import type { Value } from './value';
import { Unknown, type Fact } from '../facts/fact';
import type { ListenerFacts, ListenerRuleFacts } from '../facts/listener';

/** A listener of the app. */
export function readListener({ properties }: Resource): ListenerFacts {
  const certificates = properties.get('Certificates').items();
  return {
    protocol: properties.get('Protocol').text(),
    port: properties.get('Port').number(),
    certificates: certificates instanceof Unknown ? certificates : certificates.length,
    sslPolicy: properties.get('SslPolicy').text(),
    defaultActions: list(properties.get('DefaultActions'), (action) => required(action.get('Type').text())),
    balancer: readReferredBalancer(properties.get('LoadBalancerArn')),
  };
}

/** A rule of a listener, which may be in another stack or outside of the app. */
export function readListenerRule(rule: Resource): ListenerRuleFacts {
  return {
    priority: required(rule.properties.get('Priority').number()),
    conditionValues: readConditionValues(rule.properties.get('Conditions')),
    samePriority: readSamePriority(rule),
  };
}

const CONDITION_CONFIGS = [
  'HostHeaderConfig', 'PathPatternConfig', 'HttpHeaderConfig', 'HttpRequestMethodConfig', 'QueryStringConfig', 'SourceIpConfig',
];

function readConditionValues(conditions: Value): Fact<number> {
  const items = conditions.items();
  if (items instanceof Unknown) return items;
  const lists = items.flatMap((condition) => [
    condition.get('Values').items(),
    ...CONDITION_CONFIGS.flatMap((config) => ['Values', 'RegexValues'].map((values) => condition.at(config, values).items())),
  ]);
  const unclear = lists.find((values) => values instanceof Unknown) as Unknown | undefined;
  return unclear ?? lists.reduce((sum, values) => sum + (values as readonly Value[]).length, 0);
}

function readSamePriority(rule: Resource): Fact<readonly string[]> {
  const place = placeOf(rule);
  if (place instanceof Unknown) return place;
  const others = (rulesByPlace(rule.template.app).get(place) ?? []).filter((other) => other !== rule);
  // Of two rules with different conditions there may never be more than one.
  if (others.some(({ condition }) => condition !== rule.condition)) return new Unknown('a condition decides which of the rules there are');
  return others.map(({ template, logicalId }) => `${logicalId} in ${template.source.stackName ?? template.source.id}`);
}

const rulesByPlace = once((app: App) => {
  const found = new Map<string, Resource[]>();
  for (const rule of app.ofType('AWS::ElasticLoadBalancingV2::ListenerRule')) {
    const place = placeOf(rule);
    if (place instanceof Unknown) continue;
    const rules = found.get(place);
    if (rules) rules.push(rule);
    else found.set(place, [rule]);
  }
  return found;
});

function placeOf({ properties, template }: Resource): Fact<string> {
  const listener = listenerKey(properties.get('ListenerArn'), template);
  const priority = required(properties.get('Priority').number());
  if (listener instanceof Unknown || priority instanceof Unknown) return listener instanceof Unknown ? listener : priority as Unknown;
  return `${listener}\n${priority}`;
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
