import { Alarm } from './alarm';
import { Cooldown } from './cooldown';
import type { MetricStore } from './metric-store';
import type { Step, StepPolicy, Wish } from './policy';

/**
 * Step scaling: as long as its alarm is on, the step that the metric is in changes the count.
 *
 * @see https://docs.aws.amazon.com/autoscaling/application/userguide/step-scaling-policy-overview.html
 */
export class StepScaling {
  private readonly alarm: Alarm;
  private readonly cooldown = new Cooldown();

  public constructor(public readonly policy: StepPolicy) {
    this.alarm = new Alarm(policy.alarm);
  }

  public isDue(now: number): boolean {
    return this.alarm.isDue(now);
  }

  public evaluate(now: number, store: MetricStore): void {
    this.alarm.evaluate(now, store);
  }

  public wishToAdd(now: number, capacity: number): Wish | undefined {
    const wanted = this.wanted(this.cooldown.base(now, capacity));
    return wanted !== undefined && wanted > capacity ? { by: this.policy.name, capacity: wanted } : undefined;
  }

  public wishToRemove(now: number, capacity: number): Wish | undefined {
    if (!this.cooldown.isOver(now)) return undefined;
    const wanted = this.wanted(capacity);
    return wanted !== undefined && wanted < capacity ? { by: this.policy.name, capacity: wanted } : undefined;
  }

  public changed(now: number, from: number): void {
    this.cooldown.start(now, this.policy.cooldownSeconds, from);
  }

  private wanted(capacity: number): number | undefined {
    const { adjustment, steps, alarm: { threshold, comparison } } = this.policy;
    if (this.alarm.state !== 'ALARM' || this.alarm.value === undefined) return undefined;
    const beyond = this.alarm.value - threshold;
    const step = steps.find((one) => holds(one, beyond, comparison.startsWith('>')));
    if (!step) return undefined;
    if (adjustment === 'ExactCapacity') return step.change;
    return capacity + (adjustment === 'ChangeInCapacity' ? step.change : percent(capacity, step.change));
  }
}

// The bound that is nearer to the threshold belongs to the step. A value at the threshold is on the side that the alarm watches.
function holds({ lower = -Infinity, upper = Infinity }: Step, beyond: number, isAbove: boolean): boolean {
  return isAbove ? beyond >= lower && beyond < upper : beyond > lower && beyond <= upper;
}

/** Above 1 down, from 0 to 1 up to 1, and the same below 0. */
function percent(capacity: number, change: number): number {
  const exact = capacity * change / 100;
  if (exact === 0) return 0;
  return Math.abs(exact) < 1 ? Math.sign(exact) : Math.trunc(exact);
}
