import { Alarm, type AlarmSettings } from './alarm';
import { Cooldown } from './cooldown';
import type { MetricStore } from './metric-store';
import type { TargetTrackingPolicy, Wish } from './policy';

/** Below this part of its target a metric has tasks taken away. */
const LOW = 0.9;
/** The part of the tasks that one step takes away at most. */
const GRADUAL = 0.1;

/**
 * Target tracking: three periods above the target add as many tasks as the target asks for, fifteen periods below it remove some.
 *
 * @see https://docs.aws.amazon.com/autoscaling/application/userguide/target-tracking-scaling-policy-overview.html
 */
export class TargetTracking {
  private readonly high: Alarm;
  private readonly low: Alarm;
  private readonly scaleOut = new Cooldown();
  private readonly scaleIn = new Cooldown();

  public constructor(public readonly policy: TargetTrackingPolicy) {
    const { metrics, expression, periodSeconds, targetValue } = policy;
    const watched = { metrics, expression, periodSeconds, missingData: 'missing' } as const;
    this.high = new Alarm({ ...watched, comparison: '>', threshold: targetValue, ...every(3) });
    this.low = new Alarm({ ...watched, comparison: '<', threshold: targetValue * LOW, ...every(15) });
  }

  public isDue(now: number): boolean {
    return this.high.isDue(now);
  }

  public evaluate(now: number, store: MetricStore): void {
    this.high.evaluate(now, store);
    this.low.evaluate(now, store);
  }

  public wishToAdd(now: number, capacity: number): Wish | undefined {
    const { name, targetValue } = this.policy;
    if (this.high.state !== 'ALARM' || this.high.value === undefined) return undefined;
    const wanted = Math.ceil(this.scaleOut.base(now, capacity) * this.high.value / targetValue);
    return wanted > capacity ? { by: name, capacity: wanted } : undefined;
  }

  public wishToRemove(now: number, capacity: number): Wish | undefined {
    const { name, targetValue, disableScaleIn } = this.policy;
    if (disableScaleIn || this.low.state !== 'ALARM' || !this.scaleIn.isOver(now) || !this.scaleOut.isOver(now)) return undefined;
    const enough = Math.ceil(capacity * Math.max(...this.low.values) / targetValue);
    const wanted = Math.max(enough, capacity - Math.max(1, Math.floor(capacity * GRADUAL)));
    return wanted < capacity ? { by: name, capacity: wanted } : undefined;
  }

  public changed(now: number, from: number, to: number): void {
    const { scaleOutCooldownSeconds, scaleInCooldownSeconds } = this.policy;
    if (to > from) this.scaleOut.start(now, scaleOutCooldownSeconds, from);
    else this.scaleIn.start(now, scaleInCooldownSeconds, from);
  }
}

function every(periods: number): Pick<AlarmSettings, 'evaluationPeriods' | 'datapointsToAlarm'> {
  return { evaluationPeriods: periods, datapointsToAlarm: periods };
}
