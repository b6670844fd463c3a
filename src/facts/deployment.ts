import type { Fact } from './fact';

export type DeploymentController = 'ECS' | 'CODE_DEPLOY' | 'EXTERNAL';
export type DeploymentStrategy = 'ROLLING' | 'BLUE_GREEN' | 'LINEAR' | 'CANARY';

export interface CircuitBreakerFacts {
  readonly enabled: Fact<boolean>;
  readonly rollback: Fact<boolean>;
}

export interface DeploymentAlarmsFacts {
  readonly enabled: Fact<boolean>;
  readonly rollback: Fact<boolean>;
  readonly alarmNames: Fact<readonly Fact<string>[]>;
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
}
