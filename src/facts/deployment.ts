import type { Fact } from './fact';

export type DeploymentController = 'ECS' | 'CODE_DEPLOY' | 'EXTERNAL';
export type DeploymentStrategy = 'ROLLING' | 'BLUE_GREEN' | 'LINEAR' | 'CANARY';

export interface CircuitBreakerFacts {
  readonly enabled: Fact<boolean>;
  readonly rollback: Fact<boolean>;
  /** ECS takes half of the desired count, from 3 to 200, when it is left out. */
  readonly threshold: Fact<BreakerThresholdFacts | undefined>;
}

/** How many tasks may fail before the circuit breaker gives up. */
export interface BreakerThresholdFacts {
  readonly type: Fact<'BOUNDED_PERCENT' | 'UNBOUNDED_PERCENT' | 'COUNT'>;
  readonly value: Fact<number>;
}

export interface DeploymentAlarmsFacts {
  readonly enabled: Fact<boolean>;
  readonly rollback: Fact<boolean>;
  readonly alarmNames: Fact<readonly Fact<string>[]>;
}

/** How much traffic a linear or canary deployment shifts at once, and how long it waits then. */
export interface TrafficShiftFacts {
  readonly percent: Fact<number | undefined>;
  readonly bakeTimeMinutes: Fact<number | undefined>;
}

/** Something that ECS waits for at stages of a deployment. */
export interface LifecycleHookFacts {
  /** ECS takes `AWS_LAMBDA` when it is left out. */
  readonly targetType: Fact<'AWS_LAMBDA' | 'PAUSE'>;
  readonly stages: Fact<readonly Fact<string>[]>;
  readonly hasTarget: Fact<boolean>;
  /** The role that ECS calls a function with. */
  readonly hasRole: Fact<boolean>;
  readonly timeoutMinutes: Fact<number | undefined>;
}

/** When a rolling deployment counts as done before its last old task is gone. */
export interface EarlySuccessFacts {
  readonly enabled: Fact<boolean>;
  readonly healthyPercent: Fact<number | undefined>;
  readonly cleanup: Fact<string | undefined>;
}

/** How a new revision replaces the old one. */
export interface DeploymentFacts {
  /** ECS takes `ECS` when it is left out. */
  readonly controller: Fact<DeploymentController>;
  /** ECS takes `ROLLING` when it is left out. */
  readonly strategy: Fact<DeploymentStrategy>;
  readonly minHealthyPercent: Fact<number | undefined>;
  readonly maxHealthyPercent: Fact<number | undefined>;
  readonly circuitBreaker: Fact<CircuitBreakerFacts | undefined>;
  readonly alarms: Fact<DeploymentAlarmsFacts | undefined>;
  readonly bakeTimeMinutes: Fact<number | undefined>;
  readonly linear: Fact<TrafficShiftFacts | undefined>;
  readonly canary: Fact<TrafficShiftFacts | undefined>;
  readonly lifecycleHooks: Fact<readonly LifecycleHookFacts[]>;
  readonly earlySuccess: Fact<EarlySuccessFacts | undefined>;
}
