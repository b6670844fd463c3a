import type * as appscaling from 'aws-cdk-lib/aws-applicationautoscaling';
import type * as ecs from 'aws-cdk-lib/aws-ecs';
import { Annotations, Lazy, Token } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { refuse } from '../gotchas/enforce';
import { render, type Message } from '../gotchas/message';
import type { IEcsWorkload } from '../services/ecs-workload';

const DOCS = 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-auto-scaling.html';
const RANGES = new WeakMap<ecs.BaseService, TaskCountRange>();

type Bound = 'minCapacity' | 'maxCapacity';
const DEFAULTS: Record<Bound, number> = { minCapacity: 2, maxCapacity: 10 };

/** Who set one end of the range, and to what. */
interface Claim {
  readonly by: string;
  readonly value: number;
}

/** Between how many tasks a service scales: one scalable target, whatever number of policies move it. */
export class TaskCountRange {
  /** The range of the service, made when its first policy asks for it. */
  public static of(workload: IEcsWorkload): TaskCountRange {
    const range = RANGES.get(workload.service) ?? new TaskCountRange(workload);
    RANGES.set(workload.service, range);
    return range;
  }

  public readonly scalableTargetId: string;
  private readonly claims: { [bound in Bound]?: Claim } = {};

  private constructor(private readonly workload: IEcsWorkload) {
    const { service } = workload;
    const target = scalableTargetOf(service);
    if (target) {
      this.claims.minCapacity = { by: target.node.path, value: target.minCapacity };
      this.claims.maxCapacity = { by: target.node.path, value: target.maxCapacity };
      this.scalableTargetId = target.ref;
    } else {
      service.autoScaleTaskCount({ minCapacity: this.lazy('minCapacity'), maxCapacity: this.lazy('maxCapacity') });
      this.scalableTargetId = scalableTargetOf(service)!.ref;
    }
    this.leaveOutDesiredCount();
    service.node.addValidation({ validate: () => this.contradictions().map(render) });
  }

  /** Sets what a policy says of the range; what it doesn't say is left to the others. */
  public claim(policy: Construct, range: { readonly [bound in Bound]?: number }): void {
    for (const bound of ['minCapacity', 'maxCapacity'] as const) {
      const value = range[bound];
      if (value !== undefined) this.claimBound(bound, { by: policy.node.path, value });
    }
  }

  private claimBound(bound: Bound, claim: Claim): void {
    const earlier = this.claims[bound];
    if (earlier && earlier.value !== claim.value) {
      const [was, is] = [earlier, claim].map(({ value }) => (Token.isUnresolved(value) ? 'a token' : value));
      refuse({
        headline: `${bound} is ${is}, and ${was} in ${earlier.by}, which scales the same service`,
        at: claim.by,
        property: bound,
        why: 'ECS has one scalable target for a service: all its policies move between the same two numbers.',
        fix: `set ${bound} in one of the two, or to the same number in both`,
        docs: DOCS,
      });
    }
    this.claims[bound] = claim;
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

  private lazy(bound: Bound): number {
    return Lazy.number({ produce: () => this.value(bound) });
  }

  private value(bound: Bound): number {
    return this.claims[bound]?.value ?? DEFAULTS[bound];
  }
}

function isKnown(value: number | undefined): value is number {
  return value !== undefined && !Token.isUnresolved(value);
}

/** What `autoScaleTaskCount` made, called by us or by the user. */
function scalableTargetOf(service: ecs.BaseService): appscaling.CfnScalableTarget | undefined {
  return service.node.tryFindChild('TaskCount')?.node.findChild('Target').node.defaultChild as appscaling.CfnScalableTarget | undefined;
}
