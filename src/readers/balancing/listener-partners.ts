import { rulesOn } from './listener-rules';
import { pushTo, type App } from '../../cloudformation/app';
import { memoize } from '../../cloudformation/memoize';
import type { Resource } from '../../cloudformation/template';
import type { Value } from '../../cloudformation/value';
import { identity, orDefault, required, resourceIn } from '../../cloudformation/value-helpers';
import { Unknown, type Fact } from '../../facts/fact';
import type { ForwardedFacts } from '../../facts/listener';

const LISTENER = 'AWS::ElasticLoadBalancingV2::Listener';
const TARGET_GROUP = 'AWS::ElasticLoadBalancingV2::TargetGroup';

/** The target groups of the app that a listener and its rules forward to. */
export function readForwarded(listener: Resource): Fact<readonly ForwardedFacts[]> {
  const places = [listener.properties.get('DefaultActions'), ...rulesOn(listener).map(({ properties }) => properties.get('Actions'))];
  const groups = new Set<Resource>();
  for (const place of places) {
    const actions = place.items();
    if (actions instanceof Unknown) return actions;
    for (const value of actions.flatMap(targetsOf)) {
      const group = resourceIn(value, TARGET_GROUP);
      if (group) groups.add(group);
    }
  }
  return [...groups].map(({ logicalId, properties }) => ({
    name: logicalId,
    protocol: properties.get('Protocol').text(),
    addressType: orDefault(properties.get('IpAddressType').text(), 'ipv4'),
    protocolVersion: properties.get('ProtocolVersion').text(),
  }));
}

function targetsOf(action: Value): readonly Value[] {
  const weighted = action.at('ForwardConfig', 'TargetGroups').items();
  return [action.get('TargetGroupArn'), ...weighted instanceof Unknown ? [] : weighted.map((item) => item.get('TargetGroupArn'))];
}

/** Earlier listeners of the app for the same port of the same load balancer. */
export function readSamePort(listener: Resource): Fact<readonly string[]> {
  const place = placeOf(listener);
  if (place instanceof Unknown) return place;
  const all = listenersByPlace(listener.template.app).get(place)!;
  const others = all.slice(0, all.indexOf(listener));
  // Of two listeners with different conditions there may never be more than one.
  if (others.some(({ condition }) => condition !== listener.condition)) return new Unknown('a condition decides which of the listeners exist');
  return others.map(({ logicalId }) => logicalId);
}

/** Listeners over TCP and UDP may have one port, as protocols have ports of their own. */
function placeOf({ properties }: Resource): Fact<string> {
  const parts = [identity(properties.get('LoadBalancerArn')), required(properties.get('Port').number()), required(properties.get('Protocol').text())];
  const unknown = parts.find((part) => part instanceof Unknown);
  if (unknown instanceof Unknown) return unknown;
  const [balancer, port, protocol] = parts as readonly (string | number)[];
  return [balancer, port, protocol === 'UDP' || protocol === 'QUIC' ? 'udp' : 'tcp'].join(' ');
}

const listenersByPlace = memoize((app: App) => {
  const found = new Map<string, Resource[]>();
  for (const listener of app.ofType(LISTENER)) {
    const place = placeOf(listener);
    if (!(place instanceof Unknown)) pushTo(found, place, listener);
  }
  return found;
});

/** Regions of the certificates that a listener names by their ARNs. */
export function readCertificateRegions({ properties }: Resource): Fact<readonly Fact<string>[]> {
  const items = properties.get('Certificates').items();
  if (items instanceof Unknown) return items;
  return items.map((item) => {
    const [first] = item.get('CertificateArn').pieces();
    const region = typeof first === 'string' ? /^arn:[\w-]+:acm:([a-z]+(?:-[a-z]+)+-\d):/.exec(first)?.[1] : undefined;
    return region ?? new Unknown('the region of a certificate is known when the stack is deployed');
  });
}
