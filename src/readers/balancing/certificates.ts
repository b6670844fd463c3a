import { domainOf, zoneNameOf } from './hosted-zones';
import { rulesOn } from './listener-rules';
import { recordsOf } from './dns-records';
import { pushTo, type App } from '../../cloudformation/app';
import { memoize } from '../../cloudformation/memoize';
import { Reference } from '../../cloudformation/resolved';
import type { Resource } from '../../cloudformation/template';
import { MAYBE_EXTENDED, usedByUnreadParts } from '../../cloudformation/unread-parts';
import type { Value } from '../../cloudformation/value';
import { list, outside, required, resourceIn } from '../../cloudformation/value-helpers';
import type { CertificateFacts } from '../../facts/certificate';
import { plainDomain } from '../../facts/domain-names';
import { Unknown, type Fact } from '../../facts/fact';
import type { ServedHostFacts } from '../../facts/listener';

export const CERTIFICATE = 'AWS::CertificateManager::Certificate';

/** A certificate of the app. */
export function readCertificate({ properties }: Resource): CertificateFacts {
  return {
    validations: list(properties.get('DomainValidationOptions'), (option) => {
      const zone = option.get('HostedZoneId');
      const domain = domainOf(option.get('DomainName'));
      return { domain: domain instanceof Unknown ? domain : domain.replace(/^\*\./, ''), zoneName: zone.isSet() === false ? undefined : zoneNameOf(zone), isPrivate: isPrivate(zone) };
    }),
  };
}

function isPrivate(zone: Value): Fact<boolean> {
  const created = resourceIn(zone, 'AWS::Route53::HostedZone');
  return created ? created.properties.get('VPCs').isSet() : new Unknown(outside(zone));
}

/** Names that the certificates of a listener are for. */
export function readCertifiedNames(listener: Resource): Fact<readonly Fact<string>[]> {
  const { app } = listener.template;
  if (usedByUnreadParts(app).has(listener)) return new Unknown(MAYBE_EXTENDED);
  const { added, elsewhere } = addedCertificates(app);
  if (elsewhere) return new Unknown('a certificate is added to a listener that only the deployment knows');
  const lists = [listener, ...added.get(listener) ?? []].map(({ properties }) => properties.get('Certificates').items());
  const names: Fact<string>[] = [];
  for (const certificates of lists) {
    if (certificates instanceof Unknown) return certificates;
    names.push(...certificates.flatMap((certificate) => namesOf(certificate.get('CertificateArn'))));
  }
  return names;
}

function namesOf(arn: Value): readonly Fact<string>[] {
  const certificate = resourceIn(arn, CERTIFICATE);
  if (!certificate) return [new Unknown(outside(arn))];
  const others = list(certificate.properties.get('SubjectAlternativeNames'), domainOf);
  return [domainOf(certificate.properties.get('DomainName')), ...others instanceof Unknown ? [others] : others];
}

const addedCertificates = memoize((app: App) => {
  const added = new Map<Resource, Resource[]>();
  let elsewhere = false;
  for (const extra of app.ofType('AWS::ElasticLoadBalancingV2::ListenerCertificate')) {
    const arn = extra.properties.get('ListenerArn');
    const listener = resourceIn(arn, 'AWS::ElasticLoadBalancingV2::Listener');
    if (listener) pushTo(added, listener, extra);
    else elsewhere ||= typeof arn.text() !== 'string';
  }
  return { added, elsewhere };
});

/** Host names that clients call a listener by, as its rules and the records of its load balancer show. */
export function readServedHosts(listener: Resource): readonly ServedHostFacts[] {
  const ofRules = rulesOn(listener).flatMap((rule) => hostsOf(rule).map((name) => ({ name, from: rule.logicalId })));
  const balancer = resourceIn(listener.properties.get('LoadBalancerArn'), 'AWS::ElasticLoadBalancingV2::LoadBalancer');
  if (!balancer || listener.properties.get('Port').number() !== 443) return ofRules;
  return [...ofRules, ...(recordsByBalancer(listener.template.app).get(balancer) ?? [])
    .map(({ logicalId, properties }) => ({ name: domainOf(properties.get('Name')), from: logicalId }))];
}

function hostsOf({ properties }: Resource): readonly Fact<string>[] {
  const hosts = list(properties.get('Conditions'), (condition) => {
    const field = required(condition.get('Field').text());
    if (field !== 'host-header') return field instanceof Unknown ? [field] : [];
    const values = [condition.get('Values'), condition.at('HostHeaderConfig', 'Values')].map((value) => list(value, hostOf));
    return values.flatMap((value) => value instanceof Unknown ? [value] : value);
  });
  return hosts instanceof Unknown ? [hosts] : hosts.flat();
}

function hostOf(value: Value): Fact<string> {
  const host = required(value.text());
  return host instanceof Unknown ? host : plainDomain(host);
}

const recordsByBalancer = memoize((app: App) => {
  const found = new Map<Resource, Resource[]>();
  for (const record of recordsOf(app)) {
    // The name of a load balancer, after `dualstack.` in most records.
    const last = record.properties.at('AliasTarget', 'DNSName').pieces().at(-1);
    if (last instanceof Reference && last.resource.type === 'AWS::ElasticLoadBalancingV2::LoadBalancer') pushTo(found, last.resource, record);
  }
  return found;
});
