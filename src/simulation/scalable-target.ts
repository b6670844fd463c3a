import type { MetricStore } from './metric-store';
import type { Policy, ScheduledRange, Wish } from './policy';
import { StepScaling } from './step-scaling';
import { TargetTracking } from './target-tracking';

/** A change of the desired count. */
export interface ScalingActivity {
  readonly second: number;
  readonly by: string;
  readonly from: number;
  readonly to: number;
}

/** Limits of a scaled service, and its policies. */
export interface ScalingSettings {
  readonly minCapacity: number;
  readonly maxCapacity: number;
  readonly policies: readonly Policy[];
  readonly schedule?: readonly ScheduledRange[];
}

/** The desired count of a service, in its range, as its policies and its schedule move it. */
export class ScalableTarget {
  public readonly activities: ScalingActivity[] = [];
  private readonly policies: ReadonlyArray<TargetTracking | StepScaling>;
  private min: number;
  private max: number;

  public constructor(private readonly settings: ScalingSettings, private capacity: number) {
    this.policies = settings.policies.map((policy) => policy.kind === 'step' ? new StepScaling(policy) : new TargetTracking(policy));
    this.min = settings.minCapacity;
    this.max = settings.maxCapacity;
  }

  public get desiredCount(): number {
    return this.capacity;
  }

  public tick(now: number, store: MetricStore): void {
    for (const { atSecond, minCapacity = this.min, maxCapacity = this.max } of this.settings.schedule ?? []) {
      if (atSecond !== now) continue;
      [this.min, this.max] = [minCapacity, maxCapacity];
      this.change(now, { by: 'schedule', capacity: this.capacity });
    }
    const due = this.policies.filter((policy) => policy.isDue(now));
    due.forEach((policy) => policy.evaluate(now, store));
    const wish = this.wish(now, due);
    if (wish) this.change(now, wish);
  }

  /** Any policy adds tasks. Target tracking takes them away when all that may agree; the one that leaves most counts. */
  private wish(now: number, due: ReadonlyArray<TargetTracking | StepScaling>): Wish | undefined {
    const out = most(due.flatMap((policy) => policy.wishToAdd(now, this.capacity) ?? []));
    if (out) return out;
    const tracking = due.filter((policy): policy is TargetTracking => policy instanceof TargetTracking && !policy.policy.disableScaleIn);
    const tracked = tracking.map((policy) => policy.wishToRemove(now, this.capacity));
    const agreed = tracked.every((wish) => wish !== undefined) ? tracked : [];
    const steps = due.filter((policy) => policy instanceof StepScaling).flatMap((policy) => policy.wishToRemove(now, this.capacity) ?? []);
    return most([...agreed.flatMap((wish) => wish ?? []), ...steps]);
  }

  private change(now: number, { by, capacity }: Wish): void {
    const from = this.capacity;
    const to = Math.min(Math.max(capacity, this.min), this.max);
    if (to === from) return;
    this.capacity = to;
    this.activities.push({ second: now, by, from, to });
    this.policies.find(({ policy }) => policy.name === by)?.changed(now, from, to);
  }
}

function most(wishes: readonly Wish[]): Wish | undefined {
  return wishes.reduce<Wish | undefined>((found, wish) => (found && found.capacity >= wish.capacity ? found : wish), undefined);
}
