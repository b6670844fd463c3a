import type * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import type * as iam from 'aws-cdk-lib/aws-iam';
import { Duration } from 'aws-cdk-lib/core';
import type { CircuitBreakerThreshold } from './circuit-breaker-threshold';
import type { CodeDeployDeploymentOptions } from './code-deploy-options';
import type { DeploymentHook } from './deployment-hook';
import type { EarlySuccessOptions } from './early-success';
import type { RollingDeploymentOptions } from './rolling-options';
import type { TestTraffic } from './test-traffic';
import type { BlueGreenDeploymentOptions, CanaryDeploymentOptions, LinearDeploymentOptions, TrafficShiftOptions } from './traffic-shift-options';
import type { DeploymentStrategy } from '../facts/deployment';

/** Share of the traffic that moves at once, and the wait after it. */
export interface TrafficSteps {
  readonly percent: number;
  readonly bakeTime: Duration;
  /** A canary is two steps, however small the first. */
  readonly isCanary?: boolean;
}

/** Number of waits between steps: none after the last, in tenths of a percent as CloudFormation counts. */
export function waitsBetween({ percent, isCanary }: TrafficSteps): number {
  return isCanary ? 1 : Math.ceil(1000 / Math.round(percent * 10)) - 1;
}

/** Shift of the traffic from one target group to the other. */
export interface TrafficShift {
  readonly testTraffic?: TestTraffic;
  /** With ECS's own controller alone: CodeDeploy has its own role and its own times. */
  readonly bakeTime?: Duration;
  readonly steps?: TrafficSteps;
  readonly infrastructureRole?: iam.IRole;
}

/** Settings of a deployment for its service. */
export interface DeploymentConfig {
  readonly strategy: DeploymentStrategy;
  readonly minHealthyPercent: number;
  readonly maxHealthyPercent: number;
  readonly circuitBreaker: boolean;
  readonly circuitBreakerThreshold?: CircuitBreakerThreshold;
  readonly resetOnHealthyTask?: boolean;
  readonly earlySuccess?: EarlySuccessOptions;
  /** False turns it off. ECS decides in all other cases whether it is possible. */
  readonly availabilityZoneRebalancing?: boolean;
  readonly rollback: boolean;
  readonly alarms: cloudwatch.IAlarm[];
  readonly hooks: DeploymentHook[];
  /** A rolling deployment moves no traffic. */
  readonly shift?: TrafficShift;
  readonly codeDeploy?: CodeDeployDeploymentOptions;
}

export function rolling(options: RollingDeploymentOptions): DeploymentConfig {
  return {
    strategy: 'ROLLING',
    minHealthyPercent: options.minHealthyPercent ?? 100,
    maxHealthyPercent: options.maxHealthyPercent ?? 200,
    circuitBreaker: options.circuitBreaker ?? true,
    circuitBreakerThreshold: options.circuitBreakerThreshold,
    resetOnHealthyTask: options.resetOnHealthyTask,
    earlySuccess: options.earlySuccess,
    availabilityZoneRebalancing: options.availabilityZoneRebalancing,
    rollback: options.rollback ?? true,
    alarms: options.alarms ?? [],
    hooks: options.hooks ?? [],
  };
}

export function blueGreen(options: BlueGreenDeploymentOptions): DeploymentConfig {
  return shifting('BLUE_GREEN', options);
}

export function linear(options: LinearDeploymentOptions): DeploymentConfig {
  return shifting('LINEAR', options, { percent: options.stepPercent ?? 10, bakeTime: options.stepBakeTime ?? Duration.minutes(6) });
}

export function canary(options: CanaryDeploymentOptions): DeploymentConfig {
  return shifting('CANARY', options, { percent: options.canaryPercent ?? 5, bakeTime: options.canaryBakeTime ?? Duration.minutes(10), isCanary: true });
}

export function codeDeploy(options: CodeDeployDeploymentOptions): DeploymentConfig {
  return { ...WITHOUT_BREAKER, strategy: 'ROLLING', rollback: options.rollback ?? true, alarms: [], hooks: [], shift: { testTraffic: options.testTraffic }, codeDeploy: options };
}

/** The circuit breaker is for rolling deployments alone. */
const WITHOUT_BREAKER = { minHealthyPercent: 100, maxHealthyPercent: 200, circuitBreaker: false };

function shifting(strategy: DeploymentStrategy, options: TrafficShiftOptions, steps?: TrafficSteps): DeploymentConfig {
  return {
    ...WITHOUT_BREAKER,
    strategy,
    availabilityZoneRebalancing: options.availabilityZoneRebalancing,
    rollback: options.rollback ?? true,
    alarms: options.alarms ?? [],
    hooks: options.hooks ?? [],
    shift: {
      bakeTime: options.bakeTime ?? Duration.minutes(5),
      testTraffic: options.testTraffic,
      infrastructureRole: options.infrastructureRole,
      steps,
    },
  };
}
