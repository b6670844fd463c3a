import { balancerOf, balancerResourceOf, readAttributes } from './balancers';
import { privateIntegrations } from '../discovery/private-integrations';
import type { App } from '../../cloudformation/app';
import { waitsForOneOf } from '../../cloudformation/creation-order';
import { memoize } from '../../cloudformation/memoize';
import { mayBeExtendedElsewhere } from '../../cloudformation/open-resources';
import { referredIn, referrers } from '../../cloudformation/references';
import type { Resource } from '../../cloudformation/template';
import { MAYBE_EXTENDED, usedByUnreadParts } from '../../cloudformation/unread-parts';
import type { Value } from '../../cloudformation/value';
import { keyOf, list, orDefault, outside, required, resourceIn } from '../../cloudformation/value-helpers';
import type { BalancerFacts } from '../../facts/balancer';
import { Unknown, type Fact } from '../../facts/fact';
import { table } from '../../facts/table';
import { targetGroupFacts, type AttributeSet, type TargetGroupFacts } from '../../facts/target-group';

const TARGET_GROUP = 'AWS::ElasticLoadBalancingV2::TargetGroup';
const LISTENERS = ['AWS::ElasticLoadBalancingV2::Listener', 'AWS::ElasticLoadBalancingV2::ListenerRule'];
// They read a target group and register nothing in it.
const READERS = new Set([...LISTENERS, 'AWS::CloudWatch::Alarm', 'AWS::CloudWatch::Dashboard', 'AWS::ApplicationAutoScaling::ScalingPolicy']);

/** A target group of the app. */
export const readTargetGroup = memoize((resource: Resource): TargetGroupFacts => {
  const group = resource.properties;
  const targets = group.get('Targets').items();
  const attributes = list(group.get('TargetGroupAttributes'), (item) => item);
  return {
    id: keyOf(resource),
    name: group.get('Name').text(),
    reservedPrefixes: [],
    targetType: orDefault(group.get('TargetType').word('instance', 'ip', 'lambda', 'alb'), 'instance'),
    addressType: orDefault(group.get('IpAddressType').text(), 'ipv4'),
    protocol: group.get('Protocol').text(),
    protocolVersion: group.get('ProtocolVersion').text(),
    port: group.get('Port').number(),
    onListener: readOnListener(resource),
    balancers: readBalancers(resource),
    integrations: privateIntegrations(resource.template.app).get(resource) ?? [],
    fixedTargets: targets instanceof Unknown ? targets : targets.length,
    registrants: countRegistrants(resource),
    services: countServices(resource),
    attributes: readAttributes(group.get('TargetGroupAttributes')),
    attributeSet: readAttributeSet(group),
    deregistrationDelaySeconds: attributes instanceof Unknown ? attributes : attribute(attributes, 'deregistration_delay.timeout_seconds'),
    healthCheckProtocol: group.get('HealthCheckProtocol').text(),
    healthCheckPath: group.get('HealthCheckPath').text(),
    healthCheckMatcher: group.at('Matcher', 'HttpCode').text(),
    healthCheckGrpcMatcher: group.at('Matcher', 'GrpcCode').text(),
    healthCheckPort: group.get('HealthCheckPort').text(),
    healthCheckIntervalSeconds: group.get('HealthCheckIntervalSeconds').number(),
    healthCheckTimeoutSeconds: group.get('HealthCheckTimeoutSeconds').number(),
    healthyThreshold: group.get('HealthyThresholdCount').number(),
    unhealthyThreshold: group.get('UnhealthyThresholdCount').number(),
  };
});

/** The target group a value refers to; facts that are unknown when it isn't one of the app. */
export function readReferredTargetGroup(value: Value): TargetGroupFacts {
  const group = resourceIn(value, TARGET_GROUP);
  return group ? readTargetGroup(group) : targetGroupFacts({ id: value.text() as Fact<string> }, outside(value));
}

const SETS: { readonly [protocol: string]: AttributeSet | undefined } = table({
  HTTP: 'application targets',
  HTTPS: 'application targets',
  GENEVE: 'gateway targets',
  TCP: 'network targets',
  TLS: 'network targets',
  UDP: 'udp targets',
  TCP_UDP: 'udp targets',
  QUIC: 'network targets',
  TCP_QUIC: 'network targets',
});

function readAttributeSet(group: Value): Fact<AttributeSet> {
  if (group.get('TargetType').text() === 'lambda') return 'function targets';
  const protocol = required(group.get('Protocol').text());
  return protocol instanceof Unknown ? protocol : SETS[protocol] ?? new Unknown(`${protocol} is not a protocol that is known here`);
}

function attribute(attributes: readonly Value[], key: string): Fact<number | undefined> {
  return attributes.find((item) => item.get('Key').text() === key)?.get('Value').number();
}

function countRegistrants(resource: Resource): Fact<number> {
  const { app } = resource.template;
  const services = registering(app).found.get(resource);
  if (services) return services.size;
  if (app.ofType('AWS::ECS::Service').length === 0) return new Unknown('no ECS service is in this app');
  if (handsOver(app)) return new Unknown('a deployment group or a task set outside of this app may register tasks in it');
  const { resources, exported } = referrers(app).get(resource) ?? { resources: new Set<Resource>(), exported: false };
  const others = [...resources].filter(({ type }) => !READERS.has(type));
  if (usedByUnreadParts(app).has(resource)) return new Unknown(MAYBE_EXTENDED);
  return others.length === 0 && exported ? new Unknown('an output exposes it to other stacks') : others.length;
}

/** True if another controller than ECS deploys a service of the app, and registers its tasks in groups that the service doesn't name. */
const handsOver = memoize((app: App): boolean => app.ofType('AWS::ECS::Service')
  .some(({ properties }) => ![undefined, 'ECS'].includes(properties.at('DeploymentController', 'Type').text() as string | undefined)));

/** The ECS services that name each target group. */
const registering = memoize((app: App) => {
  const found = new Map<Resource, Set<Resource>>();
  let unclear: Unknown | undefined;
  for (const service of app.ofType('AWS::ECS::Service')) {
    const items = service.properties.get('LoadBalancers').items();
    if (items instanceof Unknown) unclear = items;
    for (const item of items instanceof Unknown ? [] : items) {
      for (const value of [item.get('TargetGroupArn'), item.at('AdvancedConfiguration', 'AlternateTargetGroupArn')]) {
        const group = resourceIn(value, TARGET_GROUP);
        if (group) found.set(group, (found.get(group) ?? new Set()).add(service));
      }
    }
  }
  return { found, unclear };
});

function countServices(resource: Resource): Fact<number> {
  const { found, unclear } = registering(resource.template.app);
  const services = [...found.get(resource) ?? []];
  // Of two services with different conditions there may never be more than one.
  if (services.some(({ condition }) => condition !== services[0].condition)) return new Unknown('a condition decides which of the services exist');
  return services.length > 1 ? services.length : unclear ?? services.length;
}

function readOnListener(resource: Resource): Fact<boolean> {
  const { groups, unclear } = forwarded(resource.template.app);
  if (groups.has(resource)) return true;
  if (undecided(resource.template.app).has(resource)) return new Unknown('a condition decides which listener forwards to it');
  return unclear ?? mayBeExtendedElsewhere(resource) ?? false;
}

function readBalancers(resource: Resource): Fact<readonly BalancerFacts[]> {
  const { unclear } = forwarded(resource.template.app);
  return unclear ?? [...new Set(forwardersOf(resource).map(balancerOf))];
}

/** True if a listener forwards to a target group before CloudFormation creates the service. */
export function readAttachedFirst(value: Value, service: Resource): Fact<boolean> {
  const group = resourceIn(value, TARGET_GROUP);
  if (!group) return new Unknown(outside(value));
  const forwarders = forwardersOf(group);
  const isElsewhere = forwarders.some(({ template }) => template !== service.template);
  if (isElsewhere) return new Unknown('a listener is in another stack');
  if (waitsForOneOf(service, new Set(forwarders))) return true;
  const maybe = undecided(group.template.app).get(group);
  return maybe && waitsForOneOf(service, maybe) ? new Unknown('a condition decides which listener forwards to it') : false;
}

/** The load balancers of the app that send to a target group. */
export function balancersOf(group: Resource): readonly Resource[] {
  return [...new Set(forwardersOf(group).map(balancerResourceOf).filter((balancer) => balancer !== undefined))];
}

// The listeners and rules of the app that forward to a target group.
function forwardersOf(group: Resource): readonly Resource[] {
  return forwarded(group.template.app).groups.get(group) ?? [];
}

const forwarded = memoize((app: App) => {
  const groups = new Map<Resource, Resource[]>();
  let unclear: Unknown | undefined;
  for (const listener of app.ofType(...LISTENERS)) {
    for (const property of ['DefaultActions', 'Actions']) {
      const actions = listener.properties.get(property).items();
      if (actions instanceof Unknown) unclear = actions;
      else for (const group of new Set(actions.flatMap(targetsOf))) groups.set(group, groups.get(group) ?? []).get(group)!.push(listener);
    }
  }
  return { groups, unclear };
});

/** The listeners and rules that name a target group without certainly forwarding to it. */
const undecided = memoize((app: App): ReadonlyMap<Resource, ReadonlySet<Resource>> => {
  const { groups } = forwarded(app);
  const found = new Map<Resource, Set<Resource>>();
  for (const listener of app.ofType(...LISTENERS)) {
    for (const group of referredIn(listener)) {
      if (group.type === TARGET_GROUP && !groups.get(group)?.includes(listener)) found.set(group, (found.get(group) ?? new Set()).add(listener));
    }
  }
  return found;
});

function targetsOf(action: Value): readonly Resource[] {
  const weighted = action.at('ForwardConfig', 'TargetGroups').items();
  const values = weighted instanceof Unknown ? [] : weighted.map((item) => item.get('TargetGroupArn'));
  return [action.get('TargetGroupArn'), ...values].map((value) => resourceIn(value, TARGET_GROUP)).filter((group) => group !== undefined);
}
