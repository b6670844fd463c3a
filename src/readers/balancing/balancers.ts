import { readLogDeliveries } from './access-logs';
import { privateIntegrations } from '../discovery/private-integrations';
import { publicCallers } from '../discovery/public-callers';
import { readReferredSubnet } from '../network/networks';
import { readReferredSecurityGroup } from '../network/security-groups';
import { readNeighbours, values } from '../network/vpc-membership';
import type { App } from '../../cloudformation/app';
import { memoize } from '../../cloudformation/memoize';
import { mayBeExtendedElsewhere } from '../../cloudformation/open-resources';
import type { Resource } from '../../cloudformation/template';
import type { Value } from '../../cloudformation/value';
import { anyOf, identity, keyOf, list, orDefault, outside, required, resourceIn } from '../../cloudformation/value-helpers';
import { balancerFacts, type BalancerFacts } from '../../facts/balancer';
import { Unknown, type Fact } from '../../facts/fact';

const BALANCER = 'AWS::ElasticLoadBalancingV2::LoadBalancer';
const LISTENER = 'AWS::ElasticLoadBalancingV2::Listener';

/** A load balancer of the app. */
export const readBalancer = memoize((resource: Resource): BalancerFacts => {
  const { properties } = resource;
  const scheme = properties.get('Scheme').word('internet-facing', 'internal');
  const type = orDefault(properties.get('Type').word('application', 'network', 'gateway'), 'application');
  const listeners = listenersByBalancer(resource.template.app).get(resource) ?? [];
  return {
    id: keyOf(resource),
    name: properties.get('Name').text(),
    reservedPrefixes: ['internal-'],
    type,
    attributeSet: type,
    addressType: orDefault(properties.get('IpAddressType').text(), 'ipv4'),
    hasIpv6SourcePrefix: readSourcePrefix(properties.get('EnablePrefixForIpv6SourceNat').text()),
    internetFacing: scheme instanceof Unknown ? scheme : scheme !== 'internal',
    subnets: properties.get('Subnets').isSet() === false
      ? list(properties.get('SubnetMappings'), (mapping) => readReferredSubnet(mapping.get('SubnetId')))
      : list(properties.get('Subnets'), readReferredSubnet),
    placement: {
      namesSubnets: properties.get('Subnets').isSet(),
      namesMappings: properties.get('SubnetMappings').isSet(),
      hasElasticIps: anyOf(values(properties.get('SubnetMappings')).map((mapping) => mapping.get('AllocationId').isSet())),
    },
    securityGroups: list(properties.get('SecurityGroups'), readReferredSecurityGroup),
    neighbours: readNeighbours(subnetsOf(resource), properties.get('SecurityGroups')),
    attributes: readAttributes(properties.get('LoadBalancerAttributes')),
    integrations: privateIntegrations(resource.template.app).get(resource) ?? [],
    publicCallers: publicCallers(resource.template.app).get(resource) ?? [],
    logDeliveries: readLogDeliveries(resource),
    isOpen: mayBeExtendedElsewhere(resource) ?? (hasUnclearListener(resource.template.app) ? new Unknown('a listener is for a load balancer that the deployment knows') : false),
    listenerPorts: listeners.map((listener) => required(listener.properties.get('Port').number())),
    protocols: listeners.map((listener) => required(listener.properties.get('Protocol').text())),
  };
});

function readSourcePrefix(word: Fact<string | undefined>): Fact<boolean> {
  return word instanceof Unknown ? word : word === 'on';
}

function subnetsOf({ properties }: Resource): readonly Value[] {
  return [...values(properties.get('Subnets')), ...values(properties.get('SubnetMappings')).map((mapping) => mapping.get('SubnetId'))];
}

/** The load balancer that a value refers to; facts that are unknown when it isn't one of the app. */
export function readReferredBalancer(value: Value): BalancerFacts {
  const balancer = resourceIn(value, BALANCER);
  return balancer ? readBalancer(balancer) : balancerFacts({ id: identity(value) }, outside(value));
}

/** Attributes by key, of a load balancer or of a target group. */
export function readAttributes(attributes: Value): BalancerFacts['attributes'] {
  const items = attributes.items();
  if (items instanceof Unknown) return items;
  const keys = items.map((item) => required(item.get('Key').text()));
  const unknown = keys.find((key) => key instanceof Unknown);
  return unknown ?? new Map(items.map((item, index) => [keys[index] as string, required(item.get('Value').text())]));
}

/** The load balancer of a listener or of a rule of one, where the app has it. */
export function balancerResourceOf({ type, properties }: Resource): Resource | undefined {
  if (type === LISTENER) return resourceIn(properties.get('LoadBalancerArn'), BALANCER);
  const listener = resourceIn(properties.get('ListenerArn'), LISTENER);
  return listener && balancerResourceOf(listener);
}

/** The load balancer of a listener or of a rule of one. */
export function balancerOf(listenerOrRule: Resource): BalancerFacts {
  const { type, properties } = listenerOrRule;
  if (type === LISTENER) return readReferredBalancer(properties.get('LoadBalancerArn'));
  const listener = resourceIn(properties.get('ListenerArn'), LISTENER);
  return listener ? balancerOf(listener) : balancerFacts({}, outside(properties.get('ListenerArn')));
}

/** A listener of the app may be for any of its load balancers. */
const hasUnclearListener = memoize((app: App): boolean => app.ofType(LISTENER).some(({ properties }) => {
  const arn = properties.get('LoadBalancerArn');
  return !resourceIn(arn, BALANCER) && typeof arn.text() !== 'string';
}));

const listenersByBalancer = memoize((app: App) => {
  const found = new Map<Resource, Resource[]>();
  for (const listener of app.ofType(LISTENER)) {
    const balancer = resourceIn(listener.properties.get('LoadBalancerArn'), BALANCER);
    if (!balancer) continue;
    const listeners = found.get(balancer);
    if (listeners) listeners.push(listener);
    else found.set(balancer, [listener]);
  }
  return found;
});
