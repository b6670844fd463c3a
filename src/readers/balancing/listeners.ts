import { readReferredBalancer } from './balancers';
import { readCertifiedNames, readServedHosts } from './certificates';
import { readForwards } from './forwards';
import { readActionFacts } from './listener-actions';
import { readCertificateRegions, readForwarded, readSamePort } from './listener-partners';
import { readSamePriority, readShadowedBy, rulesOn } from './listener-rules';
import { readRedirects } from './redirects';
import { LISTENER, LOAD_BALANCER, TARGET_GROUP } from '../reference-kinds';
import { readReferences, referenceAt } from '../references';
import { readSignInClients } from './sign-in-clients';
import type { Resource } from '../../cloudformation/template';
import type { Value } from '../../cloudformation/value';
import { list, required } from '../../cloudformation/value-helpers';
import { Unknown, type Fact } from '../../facts/fact';
import type { ListenerFacts, ListenerRuleFacts, RuleConditionFacts } from '../../facts/listener';

/** A listener of the app. */
export function readListener(listener: Resource): ListenerFacts {
  const { properties } = listener;
  const certificates = properties.get('Certificates').items();
  const alpnPolicy = properties.get('AlpnPolicy').items();
  return {
    protocol: properties.get('Protocol').text(),
    port: properties.get('Port').number(),
    certificates: certificates instanceof Unknown ? certificates : certificates.filter((certificate) => certificate.get('CertificateArn').isSet() !== false).length,
    hasAlpnPolicy: alpnPolicy instanceof Unknown ? alpnPolicy : alpnPolicy.length > 0,
    certifiedNames: readCertifiedNames(listener),
    servedHosts: readServedHosts(listener),
    sslPolicy: properties.get('SslPolicy').text(),
    defaultActions: readActions(properties.get('DefaultActions')),
    actions: readActionFacts(properties.get('DefaultActions')),
    forwards: readForwards(properties.get('DefaultActions')),
    forwarded: readForwarded(listener),
    samePort: readSamePort(listener),
    region: listener.template.source.region ?? new Unknown('the template does not show the region of its stack'),
    certificateRegions: readCertificateRegions(listener),
    balancer: readReferredBalancer(properties.get('LoadBalancerArn')),
    redirects: readRedirects(listener),
    ruleActions: rulesOn(listener).flatMap((rule) => {
      const actions = readActions(rule.properties.get('Actions'));
      return actions instanceof Unknown ? [actions] : actions;
    }),
    signInClients: readSignInClients(listener),
    mutualTls: properties.at('MutualAuthentication', 'Mode').text(),
    hasTrustStore: properties.at('MutualAuthentication', 'TrustStoreArn').isSet(),
    misreferred: readReferences(properties, PLACES),
  };
}

const PLACES = [
  referenceAt('LoadBalancerArn', LOAD_BALANCER),
  referenceAt('DefaultActions.*.TargetGroupArn', TARGET_GROUP),
  referenceAt('DefaultActions.*.ForwardConfig.TargetGroups.*.TargetGroupArn', TARGET_GROUP),
];

const PLACES_OF_RULE = [
  referenceAt('ListenerArn', LISTENER),
  referenceAt('Actions.*.TargetGroupArn', TARGET_GROUP),
  referenceAt('Actions.*.ForwardConfig.TargetGroups.*.TargetGroupArn', TARGET_GROUP),
];

function readActions(actions: Value): Fact<readonly Fact<string>[]> {
  return list(actions, (action) => required(action.get('Type').text()));
}

/** A rule of a listener, which may be in another stack or outside of the app. */
export function readListenerRule(rule: Resource): ListenerRuleFacts {
  return {
    priority: required(rule.properties.get('Priority').number()),
    conditionValues: readConditionValues(rule.properties.get('Conditions')),
    conditions: list(rule.properties.get('Conditions'), readCondition),
    actions: readActionFacts(rule.properties.get('Actions')),
    forwards: readForwards(rule.properties.get('Actions')),
    samePriority: readSamePriority(rule),
    shadowedBy: readShadowedBy(rule),
    misreferred: readReferences(rule.properties, PLACES_OF_RULE),
  };
}

function readCondition(condition: Value): RuleConditionFacts {
  const lists = valuesOf(condition).map((values) => list(values, (item) => required((item.get('Value').isSet() === true ? item.get('Value') : item).text())));
  return {
    field: required(condition.get('Field').text()),
    values: lists.find((values) => values instanceof Unknown) ?? (lists as ReadonlyArray<readonly Fact<string>[]>).flat(),
    headerName: condition.at('HttpHeaderConfig', 'HttpHeaderName').text(),
    configs: readConfigs(condition),
  };
}

function readConfigs(condition: Value): Fact<readonly string[]> {
  const parts = condition.entries();
  return parts instanceof Unknown ? parts : parts.filter(([key, part]) => key.endsWith('Config') && part.isSet() === true).map(([key]) => key);
}

function readConditionValues(conditions: Value): Fact<number> {
  const items = conditions.items();
  if (items instanceof Unknown) return items;
  let count = 0;
  for (const values of items.flatMap(valuesOf)) {
    const known = values.items();
    if (known instanceof Unknown) return known;
    count += known.length;
  }
  return count;
}

// A condition has its values at its own level, or in the object of its kind, as in `PathPatternConfig`.
function valuesOf(condition: Value): readonly Value[] {
  const parts = condition.entries();
  // What is no object is no list either, for the same reason.
  if (parts instanceof Unknown) return [condition];
  return parts.flatMap(([key, part]) => {
    if (key === 'Values') return [part];
    return key.endsWith('Config') ? [part.get('Values'), part.get('RegexValues')] : [];
  });
}
