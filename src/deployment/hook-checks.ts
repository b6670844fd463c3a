import { Token } from 'aws-cdk-lib/core';
import type { DeploymentConfig } from './deployment-config';
import type { DeploymentHookConfig } from './deployment-hook';
import { checkMinutes } from '../checks/arguments';
import { dplHookWaits } from '../gotchas/dpl/dpl-hook-waits';
import { refuse } from '../gotchas/enforce';

const DOCS = 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-lifecycle-hooks.html';
const PROPERTY = 'deployment.hooks';
/** Stages that a rollback passes too, where a pause would hold it up. */
const NO_PAUSE = ['TEST_TRAFFIC_SHIFT', 'PRODUCTION_TRAFFIC_SHIFT'];
const TEST = ['TEST_TRAFFIC_SHIFT', 'POST_TEST_TRAFFIC_SHIFT'];

/** Throws for a hook at a stage that the deployment doesn't have. */
export function checkHook(at: string, hook: DeploymentHookConfig, { strategy, shift }: Pick<DeploymentConfig, 'strategy' | 'shift'>): void {
  checkMinutes(at, `${PROPERTY} (timeout)`, hook.timeout, { min: 1, max: hook.mostMinutes, docs: DOCS });
  const stages = hook.stages.filter((stage) => !Token.isUnresolved(stage));
  if (hook.stages.length === 0) {
    refuse({
      headline: `${PROPERTY} has a hook without stages, ECS would never wait for it`,
      gotcha: dplHookWaits,
      at,
      property: PROPERTY,
      why: 'ECS calls a hook at the stages that it names.',
      fix: 'name the stages: [ecs.DeploymentLifecycleStage.POST_SCALE_UP]',
      docs: DOCS,
    });
  }
  const repeated = stages.filter((stage, index) => stages.indexOf(stage) !== index);
  if (repeated.length > 0) say(at, `names ${list(repeated)} more than once`, 'name each stage once');
  if (strategy === 'ROLLING') {
    const ofTraffic = stages.filter((stage) => stage.includes('TRAFFIC_SHIFT'));
    if (ofTraffic.length > 0) {
      say(at, `waits at ${list(ofTraffic)}, a stage that a rolling deployment does not have`, 'use PRE_SCALE_UP or POST_SCALE_UP, or Deployment.blueGreen');
    }
  }
  const ofPause = hook.targetType === 'PAUSE' ? stages.filter((stage) => NO_PAUSE.includes(stage)) : [];
  if (ofPause.length > 0) say(at, `pauses at ${list(ofPause)}, where traffic shifts and ECS can't pause`, 'pause before or after: POST_SCALE_UP, POST_TEST_TRAFFIC_SHIFT');
  const ofTest = shift?.testTraffic ? [] : stages.filter((stage) => TEST.includes(stage));
  if (strategy !== 'ROLLING' && ofTest.length > 0) {
    say(at, `waits at ${list(ofTest)}, and the deployment has no testTraffic`, 'add testTraffic, or wait at POST_SCALE_UP');
  }
}

function say(at: string, what: string, fix: string): never {
  refuse({ headline: `${PROPERTY} has a hook that ${what}`, gotcha: dplHookWaits, at, property: PROPERTY, fix, docs: DOCS });
}

function list(stages: readonly string[]): string {
  return [...new Set(stages)].join(', ');
}
