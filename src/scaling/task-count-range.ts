import type * as appscaling from 'aws-cdk-lib/aws-applicationautoscaling';
import type * as ecs from 'aws-cdk-lib/aws-ecs';
import { Annotations, Token } from 'aws-cdk-lib/core';
import type { Construct, Node } from 'constructs';
import { needsTasks } from './first-task';
import { BOUNDS, checkRange, claimsOf, countFault, DEFAULTS, rangeFault, withClaim, type Bound, type Claims } from './range-claims';
import { cfnTargetOf, MIN_OF_THE_L2, newTaskCount, onFurtherCalls, scaledOf, taskCountOf } from './scalable-task-count';
import type { ScalingRangeProps } from './scaling-range';
import { refuse } from '../gotchas/enforce';
import { render } from '../gotchas/message';
import { sclPoliciesFight } from '../gotchas/scl/scl-policies-fight';
import { sclWrongTarget } from '../gotchas/scl/scl-wrong-target';
import { sclZeroCannotReturn } from '../gotchas/scl/scl-zero-cannot-return';
import { cfnServiceOf } from '../workload/cfn-service';
import type { IEcsWorkload } from '../workload/ecs-workload';
import { isDefinedHere, type IScalableService } from '../workload/scalable-service';

/** Minimum and maximum of all scaling policies of a service, by the place of the service in the tree. */
const RANGES = new WeakMap<Node, TaskCountRange>();

/** Between how many tasks a service scales: one scalable target, whatever number of policies move it. */
export class TaskCountRange {
  /** The range of the service, made when its first policy asks for it. */
  public static of(service: IScalableService): TaskCountRange {
    const { node } = scaledOf(service);
    const range = RANGES.get(node) ?? new TaskCountRange(service);
    RANGES.set(node, range);
    return range;
  }

  /** Throws where a part contradicts what scales the service already, or can't scale it. Changes nothing. */
  public static check(at: string, service: IScalableService, range: ScalingRangeProps, metric?: string): void {
    if (isDefinedHere(service)) refuseDaemon(at, service.service);
    if (metric !== undefined) refuseSecondPolicy(at, metric, RANGES.get(scaledOf(service).node)?.policies.get(metric));
    checkRange(at, TaskCountRange.claimsOn(service), range, service.desiredCount);
  }

  /** The bounds that are set by now. */
  public static boundsSetBy(service: IScalableService): Readonly<Partial<Record<Bound, number>>> {
    const { minCapacity, maxCapacity } = TaskCountRange.claimsOn(service);
    return { minCapacity: minCapacity?.value, maxCapacity: maxCapacity?.value };
  }

  private static claimsOn(service: IScalableService): Claims {
    const scaled = scaledOf(service);
    const taskCount = taskCountOf(scaled);
    return RANGES.get(scaled.node)?.claims ?? claimsOf(taskCount && cfnTargetOf(taskCount));
  }

  public readonly scalableTarget: appscaling.CfnScalableTarget;
  public readonly taskCount: ecs.ScalableTaskCount;
  private claims: Claims;
  private defaults = DEFAULTS;
  /** The policy that tracks each metric. */
  private readonly policies = new Map<string, string>();

  private constructor(private readonly service: IScalableService) {
    const scaled = scaledOf(service);
    const existing = taskCountOf(scaled);
    this.taskCount = existing ?? newTaskCount(service, DEFAULTS);
    this.scalableTarget = cfnTargetOf(this.taskCount);
    this.claims = claimsOf(existing && this.scalableTarget);
    scaled.node.addValidation({ validate: () => this.faults() });
    if (!isDefinedHere(service)) return;
    onFurtherCalls(service.service, this.taskCount, (by, range) => {
      TaskCountRange.check(by, service, range);
      this.claim(by, range);
      if (range.minCapacity === undefined) this.lowerDefault(MIN_OF_THE_L2);
    });
    leaveOutDesiredCount(service);
  }

  /** Sets the bounds of a part; it leaves the others unchanged. */
  public claim(by: string, range: ScalingRangeProps): void {
    this.claims = withClaim(this.claims, by, range);
    for (const bound of BOUNDS) {
      const value = range[bound];
      if (value !== undefined) this.scalableTarget[bound] = value;
    }
    if (!range.suspended) return;
    const { scaleIn = false, scaleOut = false, schedules = false } = range.suspended;
    this.scalableTarget.suspendedState = {
      dynamicScalingInSuspended: scaleIn, dynamicScalingOutSuspended: scaleOut, scheduledScalingSuspended: schedules,
    };
  }

  /** Sets the floor that a part has where none sets one. */
  public lowerDefault(minCapacity: number): void {
    this.defaults = { ...this.defaults, minCapacity: Math.min(minCapacity, this.defaults.minCapacity) };
    this.scalableTarget.minCapacity = this.value('minCapacity');
  }

  /** Notes the policy that follows a metric: two can't follow one. */
  public claimMetric(policy: Construct, metric: string): void {
    this.policies.set(metric, policy.node.path);
  }

  /** The bounds as they are by now. */
  public get bounds(): Readonly<Record<Bound, number>> {
    return { minCapacity: this.value('minCapacity'), maxCapacity: this.value('maxCapacity') };
  }

  /** Errors that follow from defaults: another part may set the bound until synthesis. */
  private faults(): string[] {
    const { minCapacity, maxCapacity } = this.bounds;
    const at = scaledOf(this.service).node.path;
    const upsideDown = rangeFault(minCapacity, maxCapacity);
    if (upsideDown) return [render({ ...upsideDown, at: (this.claims.minCapacity ?? this.claims.maxCapacity)?.by ?? at, property: 'minCapacity' })];
    if (minCapacity === 0 && needsTasks(this.scalableTarget)) return [neverWakes(this.claims.minCapacity?.by ?? at)];
    const outside = countFault(this.service.desiredCount, minCapacity, maxCapacity);
    return outside ? [render({ ...outside, at, property: 'desiredCount' })] : [];
  }

  private value(bound: Bound): number {
    return this.claims[bound]?.value ?? this.defaults[bound];
  }
}

/** CloudFormation would write the count on every update, and undo what scaling has done since. */
function leaveOutDesiredCount({ service, desiredCount }: IEcsWorkload): void {
  cfnServiceOf(service).desiredCount = undefined;
  if (desiredCount === undefined) return;
  Annotations.of(service).addInfoV2(
    'cdk-ecs-guardrails:desiredCountLeftOut',
    `desiredCount${Token.isUnresolved(desiredCount) ? '' : ` (${desiredCount})`} is left out of the template, since the service scales; minCapacity is the floor [scl-desired-count-reset]`,
  );
}

function neverWakes(at: string): string {
  return render({
    headline: 'minCapacity is 0, and each policy follows a metric of the tasks, so nothing starts the first task',
    gotcha: sclZeroCannotReturn,
    at,
    property: 'minCapacity',
    fix: 'set minCapacity to 1, or add a QueueBacklogScaling, a ScheduledScaling or a policy on another metric',
  });
}

function refuseSecondPolicy(at: string, metric: string, earlier: string | undefined): void {
  if (earlier === undefined) return;
  refuse({
    headline: `service scales on ${metric} already, by ${earlier}`,
    gotcha: sclPoliciesFight,
    at,
    property: 'service',
    why: 'Application Auto Scaling takes one target tracking policy for each metric of a service.',
    fix: 'keep one of the two, or scale on another metric',
  });
}

function refuseDaemon(at: string, service: ecs.BaseService): void {
  if (cfnServiceOf(service).schedulingStrategy !== 'DAEMON') return;
  refuse({
    headline: `service (${service.node.path}) is a daemon, which has no count to scale`,
    gotcha: sclWrongTarget,
    at,
    property: 'service',
    why: 'ECS runs one task of a daemon on each instance.',
    fix: 'remove the scaling part: more instances run more tasks',
    docs: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs_services.html',
  });
}
