import * as ecs from 'aws-cdk-lib/aws-ecs';
import { Annotations, FeatureFlags, Token } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import type { ServiceProps } from './service-props';
import type { ServiceOptions } from './task-capacity';
import { Deployment } from '../deployment/deployment';
import type { DeploymentConfig } from '../deployment/deployment-config';
import { EarlySuccessCleanup } from '../deployment/early-success';
import { ServiceDeployment } from '../deployment/service-deployment';
import { ServiceTraffic } from '../deployment/service-traffic';
import { cfnServiceOf } from '../workload/cfn-service';

/** Without this flag, the CDK writes the controller of a service with a circuit breaker, and CloudFormation may replace a service whose controller comes or goes. */
const LEAVES_OUT_CONTROLLER = '@aws-cdk/aws-ecs:disableExplicitDeploymentControllerForCircuitBreaker';

type DeploymentProps = Pick<ServiceOptions, 'minHealthyPercent' | 'maxHealthyPercent' | 'circuitBreaker' | 'availabilityZoneRebalancing'
| 'deploymentController' | 'deploymentStrategy' | 'bakeTime' | 'linearConfiguration' | 'canaryConfiguration'>;

/** Deployment of the service, or its default. */
export function deploymentOf({ deployment = Deployment.rolling() }: ServiceProps): DeploymentConfig {
  return deployment._config;
}

/** Settings of a deployment that are props of a CDK service. */
export function deploymentProps(scope: Construct, deployment: DeploymentConfig): DeploymentProps {
  const { minHealthyPercent, maxHealthyPercent, circuitBreaker, rollback, codeDeploy } = deployment;
  return {
    minHealthyPercent,
    maxHealthyPercent: Token.isUnresolved(maxHealthyPercent) ? undefined : maxHealthyPercent,
    circuitBreaker: circuitBreaker ? { enable: true, rollback } : undefined,
    availabilityZoneRebalancing: codeDeploy ? undefined : rebalancing(deployment),
    deploymentController: codeDeploy ? { type: ecs.DeploymentControllerType.CODE_DEPLOY } : ownController(scope),
    ...strategyProps(deployment),
  };
}

function rebalancing({ maxHealthyPercent, availabilityZoneRebalancing = true }: DeploymentConfig): ecs.AvailabilityZoneRebalancing {
  const hasRoom = availabilityZoneRebalancing && (Token.isUnresolved(maxHealthyPercent) || maxHealthyPercent > 100);
  return hasRoom ? ecs.AvailabilityZoneRebalancing.ENABLED : ecs.AvailabilityZoneRebalancing.DISABLED;
}

function ownController(scope: Construct): ecs.DeploymentController | undefined {
  return FeatureFlags.of(scope).isEnabled(LEAVES_OUT_CONTROLLER) ? undefined : { type: ecs.DeploymentControllerType.ECS };
}

function strategyProps({ strategy, shift }: DeploymentConfig): Partial<DeploymentProps> {
  if (strategy === 'ROLLING') return {};
  const steps = shift?.steps && { stepPercent: shift.steps.percent, stepBakeTime: shift.steps.bakeTime };
  return {
    deploymentStrategy: ecs.DeploymentStrategy[strategy],
    bakeTime: shift?.bakeTime,
    linearConfiguration: strategy === 'LINEAR' ? steps : undefined,
    canaryConfiguration: strategy === 'CANARY' ? steps : undefined,
  };
}

/** Sets what the props of a CDK service lack. */
export function configureDeployment(service: ecs.BaseService, deployment: DeploymentConfig): void {
  const { maxHealthyPercent, circuitBreakerThreshold: threshold, resetOnHealthyTask, earlySuccess } = deployment;
  const { alarms, hooks, rollback, shift, codeDeploy } = deployment;
  const resource = cfnServiceOf(service);
  const set = (property: string, value: unknown) => resource.addPropertyOverride(`DeploymentConfiguration.${property}`, value);
  // The CDK compares the two percentages even if one is a token, as if that were a number.
  if (Token.isUnresolved(maxHealthyPercent)) set('MaximumPercent', maxHealthyPercent);
  // The lowest aws-cdk-lib doesn't know it.
  if (threshold) set('DeploymentCircuitBreaker.ThresholdConfiguration', { Type: threshold._type, Value: threshold._value });
  if (resetOnHealthyTask !== undefined) set('DeploymentCircuitBreaker.ResetOnHealthyTask', resetOnHealthyTask);
  if (earlySuccess) {
    const { healthyPercent, cleanup = EarlySuccessCleanup.BLOCKING } = earlySuccess;
    set('EarlySuccessCriteria', { Enable: true, HealthyPercent: healthyPercent, SourceServiceRevisionCleanup: cleanup });
  }
  if (alarms.length > 0) ServiceDeployment.of(service).addAlarms(alarms.map((alarm) => alarm.alarmName), rollback);
  if (shift) Annotations.of(service).acknowledgeWarning('@aws-cdk/aws-ecs:shouldUseCircuitBreaker', 'It is for rolling deployments alone.');
  if (shift && !codeDeploy) ServiceTraffic.declare(service, shift);
  for (const hook of hooks) ServiceDeployment.of(service).addHook(hook);
}
