import type { App } from './app';
import { once } from './memo';
import { required, resourceIn } from './reading';
import { Reference } from './resolve';
import type { Resource } from './template';
import { Unknown, type Fact } from '../facts/fact';
import { HOLE } from '../facts/image';
import type { ScalingFacts, ScalingPolicyFacts } from '../facts/scaling';

/** What scales a service; unknown when a scalable target of the app may mean any service. */
export function readScaling(service: Resource): Fact<ScalingFacts | undefined> {
  const { byService, byName, unclear } = targets(service.template.app);
  const own = byService.get(service);
  if (own) return readTarget(own);
  const name = service.properties.get('ServiceName').text();
  const named = byName.filter((target) => target.name === name && target.assembly === service.template.source.assembly);
  if (named.length > 1) return new Unknown('more than one scalable target of this app has the name of the service');
  return named.length === 1 ? readTarget(named[0].resource) : unclear;
}

const readTarget = once((target: Resource): ScalingFacts => {
  const schedule = target.properties.get('ScheduledActions').items();
  return {
    minCapacity: required(target.properties.get('MinCapacity').number()),
    maxCapacity: required(target.properties.get('MaxCapacity').number()),
    policies: (policies(target.template.app).get(target) ?? []).map(readPolicy),
    scheduledActions: schedule instanceof Unknown ? schedule : schedule.length,
  };
});

interface NamedTarget {
  readonly name: string;
  readonly assembly: string | undefined;
  readonly resource: Resource;
}

// service/<cluster>/<service>: the name of a service of the app is an attribute of it.
const targets = once((app: App) => {
  const byService = new Map<Resource, Resource>();
  const byName: NamedTarget[] = [];
  let unclear: Unknown | undefined;
  for (const target of app.ofType('AWS::ApplicationAutoScaling::ScalableTarget')) {
    const namespace = target.properties.get('ServiceNamespace').text();
    if (typeof namespace === 'string' && namespace !== 'ecs') continue;
    const pieces = target.properties.get('ResourceId').pieces();
    const name = pieces.map((piece) => typeof piece === 'string' ? piece : HOLE).join('').split('/').at(-1) ?? '';
    const service = pieces.find((piece) => piece instanceof Reference && piece.resource.type === 'AWS::ECS::Service');
    if (service instanceof Reference) byService.set(service.resource, target);
    else if (name && !name.includes(HOLE)) byName.push({ name, assembly: target.template.source.assembly, resource: target });
    else unclear = new Unknown('a scalable target of this app has a resource id that the deployment puts together');
  }
  return { byService, byName, unclear };
});

const policies = once((app: App) => {
  const found = new Map<Resource, Resource[]>();
  for (const policy of app.ofType('AWS::ApplicationAutoScaling::ScalingPolicy')) {
    const target = resourceIn(policy.properties.get('ScalingTargetId'), 'AWS::ApplicationAutoScaling::ScalableTarget');
    if (target) found.set(target, [...(found.get(target) ?? []), policy]);
  }
  return found;
});

function readPolicy({ properties }: Resource): ScalingPolicyFacts {
  const type = required(properties.get('PolicyType').word('TargetTrackingScaling', 'StepScaling', 'PredictiveScaling'));
  const tracking = properties.get('TargetTrackingScalingPolicyConfiguration');
  const predefined = tracking.at('PredefinedMetricSpecification', 'PredefinedMetricType').text();
  return {
    name: properties.get('PolicyName').text(),
    kind: type instanceof Unknown ? type : KINDS[type],
    metric: predefined ?? tracking.at('CustomizedMetricSpecification', 'MetricName').text(),
    targetValue: tracking.get('TargetValue').number(),
  };
}

const KINDS = { TargetTrackingScaling: 'target-tracking', StepScaling: 'step', PredictiveScaling: 'predictive' } as const;
