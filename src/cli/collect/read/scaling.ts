import type { Alarm, ScalableTarget, ScalingActivity, ScalingPolicy, Service } from '../shapes';
import { readAlarms } from './alarms';
import { ECS, resourceOf, SERVICES, targetsOf, type ListedTargets } from './scalable-targets';
import { Unknown, type Fact } from '../../../facts/fact';
import type { LiveScaling } from '../account';
import type { Call } from '../call';
import { fact } from '../call-failed';
import { CALLS } from '../calls';
import { leftOut, reaches, type Context } from '../context';
import { groupBy, mapOf } from '../lists';
import { allPages, fewPages } from '../pages';
import { isSteady } from '../steady';

export interface ScalingOf {
  readonly scaling: (service: Service) => Fact<LiveScaling | undefined>;
  readonly deploymentAlarms: (service: Service) => Fact<readonly Alarm[]>;
}

/** Scaling of each service, and every alarm that its scaling and its deployments use. */
export async function readScaling(context: Context, services: readonly Service[], listed: Promise<ListedTargets>): Promise<ScalingOf> {
  const targets = await targetsOf(context, services, await listed);
  if (!reaches(context.depth, 'default')) {
    const unread = leftOut('default');
    const bare = (target: ScalableTarget) => ({ target, policies: unread, schedules: unread, activities: unread, alarms: unread });
    return { scaling: (service) => scalingOf(targets, service, bare), deploymentAlarms: () => unread };
  }
  const scaled = services.filter((service) => targetOf(targets, service));
  const [policies, schedules] = await Promise.all([
    perService(context, CALLS.describeScalingPolicies, scaled, (page) => page.ScalingPolicies),
    perService(context, CALLS.describeScheduledActions, scaled, (page) => page.ScheduledActions),
  ]);
  // Not before: they share a bucket with the policies, which the alarms wait for.
  const [activities, alarms] = await Promise.all([
    readActivities(context, scaled.filter((service) => looksWrong(targetOf(targets, service)!, service))),
    readAlarms(context, [...scaled.flatMap((service) => alarmNames(policies(resourceOf(service)))), ...services.flatMap(deploymentAlarmNames)]),
  ]);
  const whole = (target: ScalableTarget): LiveScaling => {
    const own = policies(target.ResourceId!);
    return {
      target,
      policies: own,
      schedules: schedules(target.ResourceId!),
      activities: activities.get(target.ResourceId!) ?? new Unknown('the scaling has no sign of a fault, so it was not read'),
      alarms: own instanceof Unknown ? own : alarms(alarmNames(own)),
    };
  };
  return {
    scaling: (service) => scalingOf(targets, service, whole),
    deploymentAlarms: (service) => alarms(deploymentAlarmNames(service)),
  };
}

function scalingOf(
  targets: Fact<ReadonlyMap<string, ScalableTarget>>, service: Service, whole: (target: ScalableTarget) => LiveScaling,
): Fact<LiveScaling | undefined> {
  if (targets instanceof Unknown) return targets;
  const target = targetOf(targets, service);
  return target && whole(target);
}

function targetOf(targets: Fact<ReadonlyMap<string, ScalableTarget>>, service: Service): ScalableTarget | undefined {
  return targets instanceof Unknown ? undefined : targets.get(resourceOf(service));
}

/** A list of the whole account, unless it is longer than asking for each service. */
async function perService<Input extends object, Output extends object, Item extends { readonly ResourceId?: string }>(
  { aws, say }: Context, call: Call<Input, Output>, scaled: readonly Service[],
  itemsOf: (page: Output) => readonly Item[] | undefined,
): Promise<(resource: string) => Fact<readonly Item[]>> {
  const ids = scaled.map(resourceOf);
  if (ids.length === 0) return () => [];
  const all = await fact(() => fewPages(aws, call, ECS as unknown as Input, itemsOf, ids.length));
  if (all instanceof Unknown) return () => all;
  if (all) {
    const groups = groupBy(all, ({ ResourceId }) => ResourceId);
    return (resource) => groups.get(resource) ?? [];
  }
  let read = 0;
  const each = await mapOf(ids, async (ResourceId) => {
    const items = await fact(() => allPages(aws, call, { ...SERVICES, ResourceId } as unknown as Input, itemsOf));
    say(`${call.operation}: ${++read} of ${ids.length} services`);
    return items;
  });
  return (resource) => each.get(resource) ?? [];
}

function readActivities({ aws }: Context, services: readonly Service[]): Promise<ReadonlyMap<string, Fact<readonly ScalingActivity[]>>> {
  return mapOf(services.map(resourceOf), (ResourceId) => fact(async () => {
    const { ScalingActivities = [] } = await aws.send(CALLS.describeScalingActivities, {
      ...SERVICES, ResourceId, IncludeNotScaledActivities: true, MaxResults: 50,
    });
    return ScalingActivities;
  }));
}

/** Suspended, outside its range, at its upper end, or moving. */
function looksWrong({ MinCapacity = 0, MaxCapacity = Infinity, SuspendedState = {} }: ScalableTarget, service: Service): boolean {
  const desired = service.desiredCount ?? 0;
  return desired < MinCapacity || desired >= MaxCapacity || Object.values(SuspendedState).some(Boolean) || !isSteady(service);
}

function alarmNames(policies: Fact<readonly ScalingPolicy[]>): string[] {
  if (policies instanceof Unknown) return [];
  return policies.flatMap(({ Alarms = [] }) => Alarms).map(({ AlarmName }) => AlarmName!);
}

function deploymentAlarmNames({ deploymentConfiguration }: Service): readonly string[] {
  return deploymentConfiguration?.alarms?.alarmNames ?? [];
}
