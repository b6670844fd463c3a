import type { AlarmSettings } from './alarm';
import type { MetricQuery } from './metric-store';

/** Keeps a metric at a value; its alarms belong to Application Auto Scaling. */
export interface TargetTrackingPolicy {
  readonly kind: 'target-tracking';
  readonly name: string;
  readonly metrics: Readonly<Record<string, MetricQuery>>;
  readonly expression: string;
  readonly periodSeconds: number;
  readonly targetValue: number;
  readonly scaleOutCooldownSeconds: number;
  readonly scaleInCooldownSeconds: number;
  readonly disableScaleIn?: boolean;
}

/** Changes the count by as much as the alarm's metric is beyond its threshold. */
export interface StepPolicy {
  readonly kind: 'step';
  readonly name: string;
  readonly alarm: AlarmSettings;
  readonly adjustment: 'ChangeInCapacity' | 'ExactCapacity' | 'PercentChangeInCapacity';
  /** Bounds are distances from the threshold; a bound that is left out is infinite. */
  readonly steps: readonly Step[];
  readonly cooldownSeconds: number;
}

export interface Step {
  readonly lower?: number;
  readonly upper?: number;
  readonly change: number;
}

export type Policy = TargetTrackingPolicy | StepPolicy;

/** A scheduled action: from then on, the service scales in this range. */
export interface ScheduledRange {
  readonly atSecond: number;
  readonly minCapacity?: number;
  readonly maxCapacity?: number;
}

/** Number of tasks that a policy requests, and the direction of the change. */
export interface Wish {
  readonly by: string;
  readonly capacity: number;
}
