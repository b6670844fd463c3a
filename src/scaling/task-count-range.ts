import * as appscaling from 'aws-cdk-lib/aws-applicationautoscaling';
import type * as ecs from 'aws-cdk-lib/aws-ecs';
import { Annotations, Token } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { refuse } from '../gotchas/enforce';
import { render, type Message } from '../gotchas/message';
import type { IEcsWorkload } from '../workload/ecs-workload';

const DOCS = 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-auto-scaling.html';
const RANGES = new WeakMap<ecs.BaseService, TaskCountRange>();

const BOUNDS = ['minCapacity', 'maxCapacity'] as const;
type Bound = typeof BOUNDS[number];
const DEFAULTS: Record<Bound, number> = { minCapacity: 2, maxCapacity: 10 };

/** Who set one end of the range, and to what. */
interface Claim {
  readonly by: string;
  readonly value: number;
}

type Claims = { [bound in Bound]?: Claim };

/** Between how many tasks a service scales: one scalable target, whatever number of policies move it. */
export class TaskCountRange {
  /** The range of the service, made when its first policy asks for it. */
  public static of(workload: IEcsWorkload): TaskCountRange {
    const range = RANGES.get(workload.service) ?? new TaskCountRange(workload);
    RANGES.set(workload.service, range);
    return range;
  }

  /** Throws where a policy contradicts what scales the service already. Changes nothing. */
  public static check(at: string, { service }: IEcsWorkload, metricType: string, range: { readonly [bound in Bound]?: number }): void {
    refuseSecondPolicy(at, metricType, RANGES.get(service)?.policies.get(metricType));
    const claims = RANGES.get(service)?.claims ?? claimsOf(scalableTargetOf(service));
    for (const bound of BOUNDS) refuseContradiction(at, bound, range[bound], claims[bound]);
  }

  private readonly target: appscaling.CfnScalableTarget;
  private readonly claims: Claims;
  /** The policy that tracks each metric. */
  private readonly policies = new Map<string, string>();

  private constructor(private readonly workload: IEcsWorkload) {
    const { service } = workload;
    const existing = scalableTargetOf(service);
    this.claims = claimsOf(existing);
    this.target = existing ?? newScalableTarget(service);
    this.leaveOutDesiredCount();
    service.node.addValidation({ validate: () => this.contradictions().map(render) });
  }

  /** Sets what a policy says of the range; what it doesn't say is left to the others. */
  public claim(policy: Construct, metricType: string, range: { readonly [bound in Bound]?: number }): void {
    this.policies.set(metricType, policy.node.path);
    for (const bound of BOUNDS) {
      const value = range[bound];
      if (value === undefined) continue;
      this.claims[bound] = { by: policy.node.path, value };
      this.target[bound] = value;
    }
  }

  public get scalableTargetId(): string {
    return this.target.ref;
  }

  private contradictions(): Message[] {
    const [min, max] = [this.value('minCapacity'), this.value('maxCapacity')];
    const desired = this.workload.desiredCount;
    const at = this.workload.service.node.path;
    if (isKnown(min) && isKnown(max) && min > max) {
      return [{
        headline: `minCapacity is ${min}, more than maxCapacity, which is ${max}`,
        at: (this.claims.minCapacity ?? this.claims.maxCapacity)?.by ?? at,
        property: 'minCapacity',
        fix: 'lower minCapacity or raise maxCapacity',
        docs: DOCS,
      }];
    }
    if (isKnown(desired) && ((isKnown(min) && desired < min) || (isKnown(max) && desired > max))) {
      return [{
        headline: `desiredCount is ${desired}, the service scales between ${min} and ${max} tasks`,
        id: 'scl-desired-outside-range',
        at,
        property: 'desiredCount',
        fix: 'remove desiredCount: the scaling range rules',
        docs: DOCS,
      }];
    }
    return [];
  }

  /** CloudFormation would write the count on every update, and undo what scaling has done since. */
  private leaveOutDesiredCount(): void {
    const { service, desiredCount } = this.workload;
    (service.node.findChild('Service') as ecs.CfnService).desiredCount = undefined;
    if (desiredCount === undefined) return;
    Annotations.of(service).addInfoV2(
      'cdk-ecs-guardrails:desiredCountLeftOut',
      `desiredCount${isKnown(desiredCount) ? ` (${desiredCount})` : ''} is left out of the template, since the service scales; minCapacity is the floor [scl-desired-count-reset]`,
    );
  }

  private value(bound: Bound): number {
    return this.claims[bound]?.value ?? DEFAULTS[bound];
  }
}

/** What a scalable target that the user made says. */
function claimsOf(target: appscaling.CfnScalableTarget | undefined): Claims {
  if (!target) return {};
  const by = target.node.path;
  return { minCapacity: { by, value: target.minCapacity }, maxCapacity: { by, value: target.maxCapacity } };
}

function refuseSecondPolicy(at: string, metricType: string, earlier: string | undefined): void {
  if (earlier === undefined) return;
  refuse({
    headline: `service scales on ${metricType} already, by ${earlier}`,
    id: 'scl-policies-fight',
    at,
    property: 'service',
    why: 'Application Auto Scaling takes one target tracking policy for each metric of a service.',
    fix: 'keep one of the two, or scale on another metric',
    docs: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-autoscaling-targettracking.html',
  });
}

function refuseContradiction(at: string, bound: Bound, value: number | undefined, earlier: Claim | undefined): void {
  if (value === undefined || !earlier || earlier.value === value) return;
  const [was, is] = [earlier.value, value].map((count) => (Token.isUnresolved(count) ? 'a token' : count));
  refuse({
    headline: `${bound} is ${is}, and ${was} in ${earlier.by}, which scales the same service`,
    at,
    property: bound,
    why: 'ECS has one scalable target for a service: all its policies move between the same two numbers.',
    fix: `set ${bound} in one of the two, or to the same number in both`,
    docs: DOCS,
  });
}

function isKnown(value: number | undefined): value is number {
  return value !== undefined && !Token.isUnresolved(value);
}

/** By its id in the place of `autoScaleTaskCount`, which is one call too many from now on. */
function newScalableTarget(service: ecs.BaseService): appscaling.CfnScalableTarget {
  return new appscaling.CfnScalableTarget(service, 'TaskCount', {
    ...DEFAULTS,
    serviceNamespace: appscaling.ServiceNamespace.ECS,
    scalableDimension: 'ecs:service:DesiredCount',
    resourceId: `service/${service.cluster.clusterName}/${service.serviceName}`,
  });
}

/** What `autoScaleTaskCount` made, if the user called it. */
function scalableTargetOf(service: ecs.BaseService): appscaling.CfnScalableTarget | undefined {
  return service.node.tryFindChild('TaskCount')?.node.findChild('Target').node.defaultChild as appscaling.CfnScalableTarget | undefined;
}
