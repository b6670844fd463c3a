import type { App } from '../../cloudformation/app';
import { memoize } from '../../cloudformation/memoize';
import { mayBeExtendedElsewhere } from '../../cloudformation/open-resources';
import type { Resource } from '../../cloudformation/template';
import type { Value } from '../../cloudformation/value';
import { identity, keyOf, optional, outside, required, resourceIn } from '../../cloudformation/value-helpers';
import { Unknown, type Fact } from '../../facts/fact';
import { securityGroupFacts, type EgressFacts, type IngressFacts, type SecurityGroupFacts } from '../../facts/security-group';

const GROUP = 'AWS::EC2::SecurityGroup';

/** The security group a value refers to; facts that are unknown when it isn't one of the app. */
export function readReferredSecurityGroup(value: Value): SecurityGroupFacts {
  const group = resourceIn(value, GROUP);
  return group ? readSecurityGroup(group) : securityGroupFacts({ id: identity(value) }, outside(value));
}

const readSecurityGroup = memoize((group: Resource): SecurityGroupFacts => {
  const { app } = group.template;
  const own = group.properties.get('SecurityGroupIngress').items();
  const added = (rulesByGroup(app).get(group) ?? []).map(({ properties }) => properties);
  const extended = mayBeExtendedElsewhere(group);
  const rules = extended ?? own;
  return {
    id: keyOf(group),
    ingress: rules instanceof Unknown ? rules : [...rules, ...added].map(readIngress),
    egress: extended ?? readOwnEgress(group),
  };
});

const ALL_TRAFFIC: EgressFacts = { protocol: '-1', firstPort: undefined, lastPort: undefined, toGroup: undefined, toPrivate: false };

/** Rules for traffic out of a group. Without any in the group itself, EC2 adds one that allows all traffic. */
function readOwnEgress(group: Resource): Fact<readonly EgressFacts[]> {
  const own = group.properties.get('SecurityGroupEgress');
  const isSet = own.isSet();
  if (isSet instanceof Unknown) return isSet;
  const rules = own.items();
  if (rules instanceof Unknown) return rules;
  if (!isSet || rules.length === 0) return [ALL_TRAFFIC];
  return [...rules, ...(egressByGroup(group.template.app).get(group) ?? []).map(({ properties }) => properties)].map(readEgress);
}

function readEgress(rule: Value): EgressFacts {
  return {
    protocol: lowerCase(required(rule.get('IpProtocol').text())),
    firstPort: rule.get('FromPort').number(),
    lastPort: rule.get('ToPort').number(),
    toGroup: optional(rule.get('DestinationSecurityGroupId'), identity) as EgressFacts['toGroup'],
    toPrivate: readPrivate([rule.get('CidrIp'), rule.get('CidrIpv6')]),
  };
}

/** Rules that are resources of their own, in whatever stack. */
const rulesByGroup = memoize((app: App) => byGroup(app, 'AWS::EC2::SecurityGroupIngress'));
const egressByGroup = memoize((app: App) => byGroup(app, 'AWS::EC2::SecurityGroupEgress'));

function byGroup(app: App, type: string): ReadonlyMap<Resource, readonly Resource[]> {
  const found = new Map<Resource, Resource[]>();
  for (const rule of app.ofType(type)) {
    const group = resourceIn(rule.properties.get('GroupId'), GROUP);
    if (!group) continue;
    const rules = found.get(group);
    if (rules) rules.push(rule);
    else found.set(group, [rule]);
  }
  return found;
}

function readIngress(rule: Value): IngressFacts {
  const firstPort = rule.get('FromPort').number();
  const store = firstPort instanceof Unknown ? rule.get('FromPort').resource() : undefined;
  return {
    protocol: lowerCase(required(rule.get('IpProtocol').text())),
    firstPort,
    lastPort: rule.get('ToPort').number(),
    portOf: store === undefined || store instanceof Unknown ? undefined : keyOf(store),
    fromGroup: optional(rule.get('SourceSecurityGroupId'), identity) as IngressFacts['fromGroup'],
    fromAnywhere: readAnywhere([rule.get('CidrIp').text(), rule.get('CidrIpv6').text()]),
    fromPrivate: readPrivate([rule.get('CidrIp'), rule.get('CidrIpv6')]),
  };
}

/** Ranges of RFC 1918 and RFC 4193. */
const PRIVATE = /^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|f[cd][0-9a-f]{2}:)/i;

function readPrivate(ranges: readonly Value[]): Fact<boolean> {
  const range = ranges.find((one) => one.isSet() !== false);
  if (range === undefined) return false;
  const vpc = resourceIn(range, 'AWS::EC2::VPC');
  const text = vpc ? vpc.properties.get('CidrBlock').text() : range.text();
  return typeof text === 'string' ? PRIVATE.test(text) : text ?? new Unknown('the addresses of a rule are known when the stack is deployed');
}

// EC2 takes `TCP` for `tcp`.
function lowerCase(text: Fact<string>): Fact<string> {
  return text instanceof Unknown ? text : text.toLowerCase();
}

function readAnywhere(ranges: readonly Fact<string | undefined>[]): Fact<boolean> {
  return ranges.includes('0.0.0.0/0') || ranges.includes('::/0') || (ranges.find((range) => range instanceof Unknown) ?? false);
}
