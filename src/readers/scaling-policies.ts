import type { App } from './app';
import { once } from './memo';
import { keyOf, orDefault, required, resourceIn } from './reading';
import { Reference } from './resolve';
import type { Resource } from './template';
import type { Value } from './value';
import { Unknown, type Fact } from '../facts/fact';
import type { ScalingPolicyFacts } from '../facts/scaling';

export const SCALABLE_TARGET = 'AWS::ApplicationAutoScaling::ScalableTarget';

/** The policies of a scalable target: those that refer to it, and those that name the same thing to scale. */
export function policiesOf(target: Resource): Fact<readonly ScalingPolicyFacts[]> {
  const { byTarget, byResourceId, unclear } = policies(target.template.app);
  const id = textKey(target.properties.get('ResourceId'));
  const named = typeof id === 'string' ? near(target, byResourceId.get(id) ?? [], targetsById(target.template.app).get(id) ?? []) : [];
  const own = [...byTarget.get(target) ?? [], ...named];
  return own.length > 0 ? own.map(readPolicy) : unclear ?? [];
}

/** Whether a scalable target or a policy is for ECS, as far as it says. */
export function isForEcs({ properties }: Resource): boolean {
  const namespace = properties.get('ServiceNamespace').text();
  return namespace === 'ecs' || namespace instanceof Unknown;
}

/** The parts of a text as one: resources by their keys, so that the same parts give the same text. */
export function textKey(value: Value): Fact<string> {
  const parts = value.pieces().map((piece) => piece instanceof Reference ? `<${keyOf(piece.resource)}.${piece.attribute ?? ''}>` : piece);
  return parts.find((part) => part instanceof Unknown) as Unknown | undefined ?? parts.join('');
}

// Stacks for several accounts may scale services of the same name: then each has its own policies.
function near(target: Resource, named: readonly Resource[], targets: readonly Resource[]): readonly Resource[] {
  return targets.length === 1 ? named : named.filter(({ template }) => template === target.template);
}

const targetsById = once((app: App) => {
  const found = new Map<string, Resource[]>();
  for (const target of app.ofType(SCALABLE_TARGET)) {
    const id = textKey(target.properties.get('ResourceId'));
    if (typeof id === 'string') add(found, id, target);
  }
  return found;
});

const policies = once((app: App) => {
  const byTarget = new Map<Resource, Resource[]>();
  const byResourceId = new Map<string, Resource[]>();
  let unclear: Unknown | undefined;
  for (const policy of app.ofType('AWS::ApplicationAutoScaling::ScalingPolicy')) {
    const written = policy.properties.get('ScalingTargetId');
    const target = resourceIn(written, SCALABLE_TARGET);
    const key = target || (written.isSet() === false && !isForEcs(policy)) ? undefined : namedKey(policy, written.text());
    if (target) add(byTarget, target, policy);
    else if (key instanceof Unknown) unclear = key;
    else if (key !== undefined) add(byResourceId, key, policy);
  }
  return { byTarget, byResourceId, unclear };
});

// The id of a scalable target reads `service/shop/web|ecs:service:DesiredCount|ecs`.
function namedKey(policy: Resource, targetId: Fact<string | undefined>): Fact<string> {
  if (targetId === undefined) return textKey(policy.properties.get('ResourceId'));
  return targetId instanceof Unknown ? targetId : targetId.split('|')[0];
}

function add<K>(index: Map<K, Resource[]>, key: K, policy: Resource): void {
  const known = index.get(key);
  if (known) known.push(policy);
  else index.set(key, [policy]);
}

const KINDS = { TargetTrackingScaling: 'target-tracking', StepScaling: 'step', PredictiveScaling: 'predictive' } as const;

const readPolicy = once((policy: Resource): ScalingPolicyFacts => {
  const { properties } = policy;
  const type = required(properties.get('PolicyType').word('TargetTrackingScaling', 'StepScaling', 'PredictiveScaling'));
  const tracking = properties.get('TargetTrackingScalingPolicyConfiguration');
  return {
    name: properties.get('PolicyName').text(),
    kind: type instanceof Unknown ? type : KINDS[type],
    ...(type === 'StepScaling' ? alarmMetric(policy) : trackedMetric(tracking)),
    targetValue: tracking.get('TargetValue').number(),
    scaleInCooldownSeconds: tracking.get('ScaleInCooldown').number(),
    scaleOutCooldownSeconds: tracking.get('ScaleOutCooldown').number(),
    scaleInDisabled: orDefault(tracking.get('DisableScaleIn').flag(), false),
  };
});

type Metric = Pick<ScalingPolicyFacts, 'metric' | 'metricId'>;

function trackedMetric(tracking: Value): Metric {
  const predefined = tracking.get('PredefinedMetricSpecification');
  const type = predefined.get('PredefinedMetricType').text();
  if (type === undefined) return customMetric(tracking.get('CustomizedMetricSpecification'));
  if (type instanceof Unknown) return { metric: type, metricId: type };
  const label = textKey(predefined.get('ResourceLabel'));
  return { metric: type, metricId: OF_A_SERVICE[type] ?? (label instanceof Unknown ? label : `${type} ${label}`) };
}

/** What ECS measures of one service, by any name. */
const OF_A_SERVICE: Readonly<Record<string, string | undefined>> = {
  ECSServiceAverageCPUUtilization: 'AWS/ECS CPUUtilization',
  ECSServiceAverageCPUUtilizationHighResolution: 'AWS/ECS CPUUtilization',
  ECSServiceAverageMemoryUtilization: 'AWS/ECS MemoryUtilization',
  ECSServiceAverageMemoryUtilizationHighResolution: 'AWS/ECS MemoryUtilization',
};

// A metric or an alarm; both spell these three alike. Metric math has no name.
function customMetric(source: Value): Metric {
  const [metric, namespace, dimensions] = [source.get('MetricName').text(), source.get('Namespace').text(), source.get('Dimensions').items()];
  if (metric === undefined) return { metric, metricId: undefined };
  const parts = [namespace, metric, ...dimensions instanceof Unknown ? [dimensions] : []];
  const unknown = parts.find((part) => part instanceof Unknown);
  if (unknown || dimensions instanceof Unknown) return { metric, metricId: unknown as Unknown };
  const ofService = namespace === 'AWS/ECS' && dimensions.some((item) => item.get('Name').text() === 'ServiceName');
  const pairs = dimensions.map((item) => [item.get('Name').text(), textKey(item.get('Value'))]);
  const hidden = pairs.flat().find((part) => part instanceof Unknown);
  if (hidden && !ofService) return { metric, metricId: hidden as Unknown };
  return { metric, metricId: `${String(namespace)} ${String(metric)}${ofService ? '' : pairs.map((pair) => ` ${pair.join('=')}`).sort().join('')}` };
}

function alarmMetric(policy: Resource): Metric {
  const alarm = alarms(policy.template.app).get(policy);
  return alarm ? customMetric(alarm.properties) : { metric: undefined, metricId: undefined };
}

/** The alarm that runs each step policy. */
const alarms = once((app: App) => {
  const found = new Map<Resource, Resource>();
  for (const alarm of app.ofType('AWS::CloudWatch::Alarm')) {
    const actions = alarm.properties.get('AlarmActions').items();
    for (const action of actions instanceof Unknown ? [] : actions) {
      const policy = resourceIn(action, 'AWS::ApplicationAutoScaling::ScalingPolicy');
      if (policy) found.set(policy, alarm);
    }
  }
  return found;
});
