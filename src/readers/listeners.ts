import { readReferredBalancer } from './balancers';
import { readSamePriority, readShadowedBy } from './listener-rules';
import { list, required } from './reading';
import type { Resource } from './template';
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
    shadowedBy: readShadowedBy(rule),
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
