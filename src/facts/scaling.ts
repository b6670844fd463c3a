import type { Fact } from './fact';

export interface ScalingPolicyFacts {
  readonly name: Fact<string | undefined>;
  readonly kind: Fact<'target-tracking' | 'step' | 'predictive'>;
  /** `ECSServiceAverageCPUUtilization` and its like, or the name of a custom metric; `undefined`: none given here. */
  readonly metric: Fact<string | undefined>;
  readonly targetValue: Fact<number | undefined>;
}

/** How Application Auto Scaling changes the desired count of a service. */
export interface ScalingFacts {
  readonly minCapacity: Fact<number>;
  readonly maxCapacity: Fact<number>;
  readonly policies: Fact<readonly ScalingPolicyFacts[]>;
  readonly scheduledActions: Fact<number>;
}
