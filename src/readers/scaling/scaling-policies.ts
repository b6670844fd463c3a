import { readMetric } from './scaling-metrics';
import { readResourceLabel, readSteps } from './scaling-steps';
import { readWatchedMetrics } from './watched-metrics';
import type { App } from '../../cloudformation/app';
import { memoize } from '../../cloudformation/memoize';
import type { Resource } from '../../cloudformation/template';
import type { Value } from '../../cloudformation/value';
import { orDefault, required, resourceIn, textKey } from '../../cloudformation/value-helpers';
import { Unknown, type Fact } from '../../facts/fact';
import type { ScalingPolicyFacts } from '../../facts/scaling';
import type { WatchedMetricFacts } from '../../facts/watched-metric';
import { table } from '../../facts/table';

export const SCALABLE_TARGET = 'AWS::ApplicationAutoScaling::ScalableTarget';

/** The policies of a scalable target: those that refer to it, and those that name the same thing to scale. */
export function policiesOf(target: Resource): Fact<readonly ScalingPolicyFacts[]> {
  const own = ownPolicies(target);
  return own instanceof Unknown ? own : own.map(readPolicy);
}

/** Metrics of their own that policies of a scalable target keep at a target. */
export function readTrackedMetrics(target: Resource): Fact<readonly WatchedMetricFacts[]> {
  const own = ownPolicies(target);
  if (own instanceof Unknown) return own;
  const lists = own.map(({ properties }) => readWatchedMetrics(properties.at('TargetTrackingScalingPolicyConfiguration', 'CustomizedMetricSpecification'), true));
  return lists.find((list) => list instanceof Unknown) ?? (lists as readonly (readonly WatchedMetricFacts[])[]).flat();
}

/** The policies of a scalable target, as resources. */
export function ownPolicies(target: Resource): Fact<readonly Resource[]> {
  const { byTarget, unclear } = policies(target.template.app);
  const own = [...byTarget.get(target) ?? [], ...policiesNamedBy(target)];
  return own.length > 0 ? own : unclear ?? [];
}

/** The policies that don't refer to a scalable target and have the same resource id. */
export function policiesNamedBy(target: Resource): readonly Resource[] {
  const { app } = target.template;
  const id = textKey(target.properties.get('ResourceId'));
  return typeof id === 'string' ? near(target, policies(app).byResourceId.get(id) ?? [], targetsById(app).get(id) ?? []) : [];
}

/** True if a scalable target or a policy may be for ECS. */
export function isForEcs({ properties }: Resource): boolean {
  const namespace = properties.get('ServiceNamespace').text();
  return namespace === 'ecs' || namespace instanceof Unknown;
}

// Stacks for several accounts may scale services of the same name: then each has its own policies.
function near(target: Resource, named: readonly Resource[], targets: readonly Resource[]): readonly Resource[] {
  return targets.length === 1 ? named : named.filter(({ template }) => template === target.template);
}

const targetsById = memoize((app: App) => {
  const found = new Map<string, Resource[]>();
  for (const target of app.ofType(SCALABLE_TARGET)) {
    const id = textKey(target.properties.get('ResourceId'));
    if (typeof id === 'string') add(found, id, target);
  }
  return found;
});

const policies = memoize((app: App) => {
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

const KINDS = table({ TargetTrackingScaling: 'target-tracking', StepScaling: 'step', PredictiveScaling: 'predictive' } as const);

const readPolicy = memoize((policy: Resource): ScalingPolicyFacts => {
  const { properties } = policy;
  const type = required(properties.get('PolicyType').word('TargetTrackingScaling', 'StepScaling', 'PredictiveScaling'));
  const tracking = properties.get('TargetTrackingScalingPolicyConfiguration');
  const predictive = properties.get('PredictiveScalingPolicyConfiguration');
  return {
    name: nameOf(policy),
    kind: type instanceof Unknown ? type : KINDS[type],
    ...readMetric(policy, type === 'StepScaling'),
    targetValue: tracking.get('TargetValue').number(),
    scaleInCooldownSeconds: tracking.get('ScaleInCooldown').number(),
    scaleOutCooldownSeconds: tracking.get('ScaleOutCooldown').number(),
    scaleInDisabled: orDefault(tracking.get('DisableScaleIn').flag(), false),
    addsFromZero: readAddsFromZero(properties.get('StepScalingPolicyConfiguration')),
    predictiveMode: type === 'PredictiveScaling' ? orDefault(predictive.get('Mode').word('ForecastOnly', 'ForecastAndScale'), 'ForecastOnly') : undefined,
    configurations: readConfigurations(properties),
    adjustmentType: properties.at('StepScalingPolicyConfiguration', 'AdjustmentType').text(),
    steps: readSteps(properties.get('StepScalingPolicyConfiguration')),
    predefinedMetric: tracking.at('PredefinedMetricSpecification', 'PredefinedMetricType').text(),
    resourceLabel: readResourceLabel(tracking.at('PredefinedMetricSpecification', 'ResourceLabel')),
  };
});

// Names are for messages: one that only the deployment knows is no help to find the policy.
function nameOf({ properties, logicalId }: Resource): string {
  const name = properties.get('PolicyName').text();
  return typeof name === 'string' ? name : logicalId;
}

function readConfigurations(properties: Value): ScalingPolicyFacts['configurations'] {
  const types = ['TargetTracking', 'StepScaling', 'PredictiveScaling'] as const;
  const set = types.map((type) => properties.get(`${type === 'TargetTracking' ? 'TargetTrackingScaling' : type}PolicyConfiguration`).isSet());
  return set.find((one) => one instanceof Unknown) ?? types.filter((_, index) => set[index] === true);
}

// Percent of no tasks are no tasks.
function readAddsFromZero(steps: Value): Fact<boolean | undefined> {
  const [adjustments, type, least] = [steps.get('StepAdjustments').items(), steps.get('AdjustmentType').text(), steps.get('MinAdjustmentMagnitude').number()];
  if (adjustments instanceof Unknown) return adjustments;
  if (adjustments.length === 0) return undefined;
  const changes = adjustments.map((step) => step.get('ScalingAdjustment').number());
  const unknown = [...changes, type, least].find((fact) => fact instanceof Unknown);
  if (unknown) return unknown as Unknown;
  return changes.some((change) => Number(change) > 0) && (type !== 'PercentChangeInCapacity' || Number(least ?? 0) > 0);
}
