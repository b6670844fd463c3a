import { Token, type Duration } from 'aws-cdk-lib/core';
import { checkAlarms } from './alarm-names';
import type { CodeDeployDeploymentOptions } from './code-deploy-options';
import { waitsBetween, type DeploymentConfig, type TrafficShift, type TrafficSteps } from './deployment-config';
import { checkHook } from './hook-checks';
import { checkTestTraffic } from './test-traffic-checks';
import { checkMinutes, checkWholeNumber, MAX_INT } from '../checks/arguments';
import { dplBreakerThreshold } from '../gotchas/dpl/dpl-breaker-threshold';
import { dplStrategyConfigMismatch } from '../gotchas/dpl/dpl-strategy-config-mismatch';
import { refuse } from '../gotchas/enforce';

const DOCS = 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentConfiguration.html';
const STACK_DOCS = 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-ecs-service-linearconfiguration.html';
const CODE_DEPLOY_DOCS = 'https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_BlueInstanceTerminationOption.html';
const DAY = 1440;
/** CloudFormation gives up after 36 hours, and refuses what would take longer than this by its own account. */
const MOST_STACK_MINUTES = 33 * 60;

/** Throws for a deployment that can't be right, before anything is created. */
export function checkDeployment(at: string, config: DeploymentConfig): void {
  checkWholeNumber(at, 'minHealthyPercent', config.minHealthyPercent, { min: 0, max: 100, unit: 'percent', docs: DOCS });
  checkWholeNumber(at, 'maxHealthyPercent', config.maxHealthyPercent, { min: 100, max: MAX_INT, unit: 'percent', docs: DOCS });
  checkAlarms(at, 'deployment.alarms', config.alarms);
  checkThreshold(at, config);
  checkReset(at, config);
  checkWholeNumber(at, 'deployment.earlySuccess.healthyPercent', config.earlySuccess?.healthyPercent, { min: 0, max: 100, unit: 'percent', docs: DOCS });
  for (const hook of config.hooks) checkHook(at, hook._config, config);
  if (config.shift) checkShift(at, config, config.shift);
  if (config.codeDeploy) checkCodeDeploy(at, config.codeDeploy);
}

function checkThreshold(at: string, { circuitBreaker, circuitBreakerThreshold: threshold }: DeploymentConfig): void {
  if (!threshold) return;
  if (!circuitBreaker) {
    refuse({
      headline: 'deployment.circuitBreakerThreshold is set, and circuitBreaker is false',
      gotcha: dplBreakerThreshold,
      at,
      property: 'deployment.circuitBreakerThreshold',
      why: 'The threshold is a setting of the circuit breaker. Without the circuit breaker ECS never stops a deployment for failed tasks.',
      fix: 'leave out circuitBreaker: false, or the threshold',
    });
  }
  const range = threshold._type === 'COUNT' ? { min: 1, max: MAX_INT, unit: 'tasks' } : { min: 1, max: 100, unit: 'percent' };
  checkWholeNumber(at, 'deployment.circuitBreakerThreshold', threshold._value, { ...range, docs: dplBreakerThreshold.docsUrl });
}

function checkReset(at: string, { circuitBreaker, resetOnHealthyTask }: DeploymentConfig): void {
  if (circuitBreaker || resetOnHealthyTask === undefined) return;
  refuse({
    headline: `deployment.resetOnHealthyTask is ${resetOnHealthyTask}, and circuitBreaker is false`,
    at,
    property: 'deployment.resetOnHealthyTask',
    fix: 'leave out circuitBreaker: false, or resetOnHealthyTask',
    docs: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-circuit-breaker.html',
  });
}

function checkShift(at: string, { strategy, codeDeploy }: DeploymentConfig, { bakeTime, steps, testTraffic }: TrafficShift): void {
  checkMinutes(at, 'deployment.bakeTime', bakeTime, { min: 0, max: DAY, docs: DOCS });
  if (testTraffic) checkTestTraffic(at, testTraffic._config, codeDeploy !== undefined);
  if (!steps) return;
  const [percent, time, least] = strategy === 'LINEAR' ? ['stepPercent', 'stepBakeTime', 3] as const : ['canaryPercent', 'canaryBakeTime', 0.1] as const;
  checkPercent(at, `deployment.${percent}`, steps, least);
  checkMinutes(at, `deployment.${time}`, steps.bakeTime, { min: 0, max: DAY, docs: DOCS });
  checkTotal(at, `deployment.${time}`, bakeTime!, steps);
}

function checkPercent(at: string, property: string, { percent }: TrafficSteps, least: number): void {
  if (Token.isUnresolved(percent)) return;
  const inTenths = Math.abs(percent * 10 - Math.round(percent * 10)) < 1e-6;
  if (percent >= least && percent <= 100 && inTenths) return;
  refuse({
    headline: `${property} is ${percent} percent, it is a number from ${least} to 100 percent in tenths`,
    gotcha: dplStrategyConfigMismatch,
    at,
    property,
    fix: `set ${property} to a number from ${least} to 100 with one decimal at most`,
  });
}

function checkTotal(at: string, property: string, bakeTime: Duration, steps: TrafficSteps): void {
  if (bakeTime.isUnresolved() || steps.bakeTime.isUnresolved() || Token.isUnresolved(steps.percent)) return;
  const waits = waitsBetween(steps);
  const minutes = bakeTime.toMinutes() + waits * steps.bakeTime.toMinutes();
  if (minutes <= MOST_STACK_MINUTES) return;
  refuse({
    headline: `${property} makes a deployment of ${minutes} minutes (${waits} waits of ${steps.bakeTime.toMinutes()}, and ${bakeTime.toMinutes()} of bakeTime)`,
    gotcha: dplStrategyConfigMismatch,
    at,
    property,
    why: 'CloudFormation gives up after 36 hours, and refuses a service whose waits alone take more than 33 hours (1980 minutes).',
    fix: `shorten ${property} or bakeTime, or move more traffic at once`,
    docs: STACK_DOCS,
  });
}

const TWO_DAYS = 2880;

/** Throws for times that CodeDeploy doesn't take. */
function checkCodeDeploy(at: string, options: CodeDeployDeploymentOptions): void {
  checkAlarms(at, 'deployment.alarms', options.alarms ?? []);
  checkMinutes(at, 'deployment.terminationWaitTime', options.terminationWaitTime, { min: 0, max: TWO_DAYS, docs: CODE_DEPLOY_DOCS });
  checkMinutes(at, 'deployment.deploymentApprovalWaitTime', options.deploymentApprovalWaitTime, { min: 0, max: TWO_DAYS, docs: CODE_DEPLOY_DOCS });
}
