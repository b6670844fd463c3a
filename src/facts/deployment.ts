import type { Fact } from './fact';
import type { RoleFacts } from './role';

export type DeploymentController = 'ECS' | 'CODE_DEPLOY' | 'EXTERNAL';
export type DeploymentStrategy = 'ROLLING' | 'BLUE_GREEN' | 'LINEAR' | 'CANARY';

export interface CircuitBreakerFacts {
  readonly enabled: Fact<boolean>;
  readonly rollback: Fact<boolean>;
  /** ECS defaults to half of the desired count, from 3 to 200. */
  readonly threshold: Fact<BreakerThresholdFacts | undefined>;
}

/** Number of failed tasks at which the circuit breaker stops the deployment. */
export interface BreakerThresholdFacts {
  readonly type: Fact<'BOUNDED_PERCENT' | 'UNBOUNDED_PERCENT' | 'COUNT'>;
  readonly value: Fact<number>;
}

export interface DeploymentAlarmsFacts {
  readonly enabled: Fact<boolean>;
  readonly rollback: Fact<boolean>;
  /** Names of alarms, and keys of those that are resources of the app. */
  readonly alarmNames: Fact<readonly Fact<string>[]>;
  /** Names that alarms of the app have. */
  readonly namesInApp?: readonly string[];
}

/** Share of traffic that a linear or canary deployment shifts at once, and the wait after it. */
export interface TrafficShiftFacts {
  readonly percent: Fact<number | undefined>;
  readonly bakeTimeMinutes: Fact<number | undefined>;
}

/** Something that ECS waits for at stages of a deployment. */
export interface LifecycleHookFacts {
  /** ECS defaults to `AWS_LAMBDA`. */
  readonly targetType: Fact<'AWS_LAMBDA' | 'PAUSE'>;
  readonly stages: Fact<readonly Fact<string>[]>;
  readonly hasTarget: Fact<boolean>;
  /** The role that ECS calls a function with. */
  readonly hasRole: Fact<boolean>;
  /** The role itself, where the app has it. */
  readonly role?: Fact<RoleFacts | undefined>;
  /** ARN of the function, with a `HOLE` for what only the deployment knows and a marked name of a function of the app. */
  readonly functionArn?: Fact<string>;
  readonly timeoutMinutes: Fact<number | undefined>;
}

/** Conditions for a rolling deployment to count as done before its last old task has stopped. */
export interface EarlySuccessFacts {
  readonly enabled: Fact<boolean>;
  readonly healthyPercent: Fact<number | undefined>;
  readonly cleanup: Fact<string | undefined>;
}

/** Settings for the replacement of an old revision by a new one. */
export interface DeploymentFacts {
  /** ECS defaults to `ECS`. */
  readonly controller: Fact<DeploymentController>;
  /** ECS defaults to `ROLLING`. */
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
