import type { App } from './app';
import { once } from './memo';
import { keyOf, list, orDefault, outside, resourceIn } from './reading';
import { referrers } from './referrers';
import type { Resource } from './template';
import type { Value } from './value';
import { Unknown, type Fact } from '../facts/fact';
import { targetGroupFacts, type TargetGroupFacts } from '../facts/target-group';

const TARGET_GROUP = 'AWS::ElasticLoadBalancingV2::TargetGroup';
const LISTENERS = ['AWS::ElasticLoadBalancingV2::Listener', 'AWS::ElasticLoadBalancingV2::ListenerRule'];
// They read a target group and register nothing in it.
const READERS = new Set([...LISTENERS, 'AWS::CloudWatch::Alarm', 'AWS::CloudWatch::Dashboard', 'AWS::ApplicationAutoScaling::ScalingPolicy']);

/** A target group of the app. */
export const readTargetGroup = once((resource: Resource): TargetGroupFacts => {
  const group = resource.properties;
  const targets = group.get('Targets').items();
  const attributes = list(group.get('TargetGroupAttributes'), (item) => item);
  return {
    id: keyOf(resource),
    targetType: orDefault(group.get('TargetType').word('instance', 'ip', 'lambda', 'alb'), 'instance'),
    protocol: group.get('Protocol').text(),
    port: group.get('Port').number(),
    onListener: readOnListener(resource),
    fixedTargets: targets instanceof Unknown ? targets : targets.length,
    registrants: countRegistrants(resource),
    deregistrationDelaySeconds: attributes instanceof Unknown ? attributes : attribute(attributes, 'deregistration_delay.timeout_seconds'),
    healthCheckPath: group.get('HealthCheckPath').text(),
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

function attribute(attributes: readonly Value[], key: string): Fact<number | undefined> {
  return attributes.find((item) => item.get('Key').text() === key)?.get('Value').number();
}

function countRegistrants(resource: Resource): Fact<number> {
  const { app } = resource.template;
  const services = registering(app).get(resource);
  if (services) return services;
  if (app.ofType('AWS::ECS::Service').length === 0) return new Unknown('no ECS service is in this app');
  const { resources, exported } = referrers(app).get(resource) ?? { resources: new Set<Resource>(), exported: false };
  const others = [...resources].filter(({ type }) => !READERS.has(type));
  return others.length === 0 && exported ? new Unknown('an output gives it to others') : others.length;
}

/** How many ECS services name each target group. */
const registering = once((app: App) => {
  const found = new Map<Resource, number>();
  for (const { properties } of app.ofType('AWS::ECS::Service')) {
    const items = properties.get('LoadBalancers').items();
    for (const item of items instanceof Unknown ? [] : items) {
      const group = resourceIn(item.get('TargetGroupArn'), TARGET_GROUP);
      if (group) found.set(group, (found.get(group) ?? 0) + 1);
    }
  }
  return found;
});

function readOnListener(resource: Resource): Fact<boolean> {
  const { groups, unclear } = forwarded(resource.template.app);
  return groups.has(resource) || (unclear ?? false);
}

const forwarded = once((app: App) => {
  const groups = new Set<Resource>();
  let unclear: Unknown | undefined;
  for (const listener of app.ofType(...LISTENERS)) {
    for (const property of ['DefaultActions', 'Actions']) {
      const actions = listener.properties.get(property).items();
      if (actions instanceof Unknown) unclear = actions;
      else actions.flatMap(targetsOf).forEach((group) => groups.add(group));
    }
  }
  return { groups, unclear };
});

function targetsOf(action: Value): readonly Resource[] {
  const weighted = action.at('ForwardConfig', 'TargetGroups').items();
  const values = weighted instanceof Unknown ? [] : weighted.map((item) => item.get('TargetGroupArn'));
  return [action.get('TargetGroupArn'), ...values].map((value) => resourceIn(value, TARGET_GROUP)).filter((group) => group !== undefined);
}
