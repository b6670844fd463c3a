import { readFollowed } from './followed-metrics';
import { readServiceAwaited, readUnawaitingPolicies } from '../order/scaling-order';
import { isForEcs, policiesOf, readTrackedMetrics, SCALABLE_TARGET } from './scaling-policies';
import type { App } from '../../cloudformation/app';
import { memoize } from '../../cloudformation/memoize';
import { Reference } from '../../cloudformation/resolved';
import type { Resource, Template } from '../../cloudformation/template';
import type { TextPiece } from '../../cloudformation/text-pieces';
import type { Value } from '../../cloudformation/value';
import { list, orDefault, required, textKey } from '../../cloudformation/value-helpers';
import { Unknown, type Fact } from '../../facts/fact';
import { HOLE } from '../../facts/image';
import type { ScalableTargetFacts, ScalingFacts } from '../../facts/scaling';

/** Scaling of a service; unknown when a scalable target of the app may mean any service. */
export function readScaling(service: Resource): Fact<ScalingFacts | undefined> {
  const { byService, byName, unclear } = targets(service.template.app);
  const own = byService.get(service);
  if (own) return readTarget(own);
  const name = service.properties.get('ServiceName').text();
  const named = typeof name === 'string' ? byName.get(placed(name, service)) : undefined;
  if (named && named.length > 1) return new Unknown('more than one scalable target of this app has the name of the service');
  return named ? readTarget(named[0]) : unclear;
}

/** The scalable targets of the app for the desired count of a service. */
export const scalableTargets = memoize((app: App): readonly Resource[] => app.ofType(SCALABLE_TARGET).filter(isForEcs));

/** A scalable target by itself, with or without its service in the app. */
export function readScalableTarget(target: Resource): ScalableTargetFacts {
  const { properties } = target;
  const pieces = properties.get('ResourceId').pieces();
  const service = serviceIn(pieces);
  const outside = new Unknown('the service is not in this app');
  return {
    ...readTarget(target),
    resourceId: readResourceId(pieces),
    scalableDimension: required(properties.get('ScalableDimension').text()),
    scheduledRanges: list(properties.get('ScheduledActions'), (action) => ({
      name: required(action.get('ScheduledActionName').text()),
      minCapacity: action.at('ScalableTargetAction', 'MinCapacity').number(),
      maxCapacity: action.at('ScalableTargetAction', 'MaxCapacity').number(),
    })),
    schedulingStrategy: service ? orDefault(service.properties.get('SchedulingStrategy').word('REPLICA', 'DAEMON'), 'REPLICA') : outside,
    inNamedCluster: service ? isCluster(service.properties.get('Cluster'), pieces) : outside,
    serviceAwaited: readServiceAwaited(target),
    unawaitingPolicies: readUnawaitingPolicies(target),
    schedules: list(properties.get('ScheduledActions'), (action) => ({
      dialect: 'scaling' as const,
      expression: required(action.get('Schedule').text()),
      timeZone: action.get('Timezone').text(),
      start: action.get('StartTime').text(),
      end: action.get('EndTime').text(),
      onDefaultBus: true,
    })),
    twins: readTwins(target),
    metrics: readTrackedMetrics(target),
    followed: readFollowed(target, service),
  };
}

/** Further targets of the stack with the same resource id, the first one excepted: it is the one that CloudFormation may create. */
function readTwins(target: Resource): Fact<readonly string[]> {
  const key = readIdAndDimension(target);
  if (key instanceof Unknown) return key;
  const [first, ...others] = targetsByIdAndDimension(target.template).get(key)!;
  return first === target ? others.map(({ logicalId }) => logicalId) : [];
}

const targetsByIdAndDimension = memoize((template: Template) => {
  const found = new Map<string, Resource[]>();
  for (const target of scalableTargets(template.app)) {
    const key = target.template === template ? readIdAndDimension(target) : undefined;
    if (typeof key === 'string') found.set(key, [...found.get(key) ?? [], target]);
  }
  return found;
});

function readIdAndDimension({ properties }: Resource): Fact<string> {
  const id = textKey(properties.get('ResourceId'));
  const dimension = properties.get('ScalableDimension').text();
  return id instanceof Unknown ? id : dimension instanceof Unknown ? dimension : `${id} ${dimension}`;
}

const readTarget = memoize((target: Resource): ScalingFacts => {
  const schedule = target.properties.get('ScheduledActions').items();
  return {
    minCapacity: required(target.properties.get('MinCapacity').number()),
    maxCapacity: required(target.properties.get('MaxCapacity').number()),
    policies: policiesOf(target),
    scheduledActions: schedule instanceof Unknown ? schedule : schedule.length,
  };
});

// Two stages of an app may have services of the same name.
function placed(name: string, { template }: Resource): string {
  return `${template.source.assembly ?? ''} ${name}`;
}

// service/<cluster>/<service>: the name of a service of the app is an attribute of it.
const targets = memoize((app: App) => {
  const byService = new Map<Resource, Resource>();
  const byName = new Map<string, Resource[]>();
  let unclear: Unknown | undefined;
  for (const target of app.ofType(SCALABLE_TARGET)) {
    const namespace = target.properties.get('ServiceNamespace').text();
    if (typeof namespace === 'string' && namespace !== 'ecs') continue;
    const pieces = target.properties.get('ResourceId').pieces();
    const name = pieces.map((piece) => typeof piece === 'string' ? piece : HOLE).join('').split('/').at(-1) ?? '';
    const service = serviceIn(pieces);
    if (service) byService.set(service, target);
    else if (name && !name.includes(HOLE)) byName.set(placed(name, target), [...(byName.get(placed(name, target)) ?? []), target]);
    else unclear = new Unknown('a scalable target of this app has a resource id that is known only at deployment');
  }
  return { byService, byName, unclear };
});

function serviceIn(pieces: readonly TextPiece[]): Resource | undefined {
  const service = pieces.find((piece) => piece instanceof Reference && piece.resource.type === 'AWS::ECS::Service');
  return service instanceof Reference ? service.resource : undefined;
}

function readResourceId(pieces: readonly TextPiece[]): Fact<string> {
  const parts = pieces.map((piece) => piece instanceof Reference ? written(piece) : piece);
  if (parts.length === 0) return new Unknown('it is left out');
  return parts.find((part) => part instanceof Unknown) as Unknown | undefined ?? required(parts.join(''));
}

// A Ref of a service is its ARN, of a cluster its name.
function written({ resource, attribute }: Reference): Fact<string> {
  const isArn = resource.type === 'AWS::ECS::Service' ? attribute === undefined || attribute === 'ServiceArn' : attribute === 'Arn';
  const isName = resource.type === 'AWS::ECS::Service' ? attribute === 'Name' : resource.type === 'AWS::ECS::Cluster' && attribute === undefined;
  if (isArn) return `<ARN of ${resource.logicalId}>`;
  return isName ? `<name of ${resource.logicalId}>` : new Unknown(`${resource.logicalId} is known when the stack is deployed`);
}

// service/<cluster>/…, with nothing but the cluster in its place.
function isCluster(cluster: Value, pieces: readonly TextPiece[]): Fact<boolean> {
  const unclear = new Unknown('the cluster is known when the stack is deployed');
  const [first, second, third] = pieces;
  const literal = typeof first === 'string' ? /^service\/([^/]+)\/$/.exec(first)?.[1] : undefined;
  const resource = cluster.resource();
  if (literal !== undefined) {
    const name = resource === undefined || resource instanceof Unknown ? cluster.text() : resource.properties.get('ClusterName').text();
    return typeof name === 'string' && !name.startsWith('arn:') ? name === literal : unclear;
  }
  const isAlone = first === 'service/' && second instanceof Reference && typeof third === 'string' && third.startsWith('/');
  return isAlone && resource && !(resource instanceof Unknown) ? second.resource === resource : unclear;
}
