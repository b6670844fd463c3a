import type { LifecycleHookFacts } from '../../facts/deployment';
import { known, whereKnown } from '../../facts/fact';
import type { LoadBalancerFacts } from '../../facts/service';
import { table } from '../../facts/table';
import { all, defineGotcha, each, type Result } from '../definition';

// CloudFormation gives up on a service after three hours.
const STACK_MINUTES = 180;
const DEFAULT_MINUTES = 1440;
const MOST_MINUTES = table({ AWS_LAMBDA: 1440, PAUSE: 20160 });
const SHIFTING = ['TEST_TRAFFIC_SHIFT', 'PRODUCTION_TRAFFIC_SHIFT'];
const STAGES = [
  'RECONCILE_SERVICE', 'PRE_SCALE_UP', 'POST_SCALE_UP', 'TEST_TRAFFIC_SHIFT', 'POST_TEST_TRAFFIC_SHIFT', 'PRE_PRODUCTION_TRAFFIC_SHIFT', 'PRODUCTION_TRAFFIC_SHIFT',
  'POST_PRODUCTION_TRAFFIC_SHIFT',
];
const TEST = ['TEST_TRAFFIC_SHIFT', 'POST_TEST_TRAFFIC_SHIFT'];

export const dplHookWaits = defineGotcha({
  id: 'dpl-hook-waits',
  title: 'A lifecycle hook at a stage that does not allow it, or longer than the deployment',
  consequence: 'rejected',
  symptom: 'ECS refuses the service; or its deployment waits at a stage until CloudFormation gives up, after three hours.',
  why: 'ECS refuses a pause while traffic shifts, passes by stages that a deployment doesn\'t have, and waits for a day where no timeout is set: '
    + 'CloudFormation has given up and rolled back long before.',
  rule: 'A hook that pauses is not at `TEST_TRAFFIC_SHIFT` or `PRODUCTION_TRAFFIC_SHIFT`, and one for a function names it. Each hook has stages of ECS, which are not those of CodeDeploy. Stages of traffic shifts are for other strategies than `ROLLING`, those of test traffic for services with a `testListenerRule` or with Service Connect. The timeout, 1440 minutes by default, is below 180 minutes.',
  fix: 'pause before or after the traffic shifts, with a timeout below 180 minutes',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentLifecycleHook.html',
  levels: ['synth', 'live'],
  avoidedBy: '`DeploymentHook` accepts only the stages and timeouts of its kind of hook, and the deployment refuses stages that it does not have.',
  subject: 'service',
  needs: ['lifecycleHooks', 'strategy'],
  reads: ['loadBalancers', 'serviceConnect'],
  check: ({ lifecycleHooks, strategy, loadBalancers, serviceConnect }) => each(lifecycleHooks, (hook) => all(
    () => named(hook),
    () => form(hook),
    () => passedBy(hook, strategy, () => known(loadBalancers), () => known(serviceConnect)),
    () => timeout(hook),
  )),
});

/** Stages that ECS doesn't have: mostly those of CodeDeploy, as in `AfterAllowTestTraffic`. */
function named({ stages }: LifecycleHookFacts): readonly Result[] {
  if (known(stages).length === 0) return [{ property: 'lifecycleHooks', detail: 'lifecycleStages (none) leave the hook without a stage', fix: 'set lifecycleStages to the stages of the hook' }];
  const unknown = among(stages, (stage) => !STAGES.includes(stage));
  return unknown.length === 0 ? [] : [{
    property: 'lifecycleHooks', detail: `lifecycleStages (${unknown.join(', ')}) are no stages of ECS`, fix: `use ${STAGES.join(', ')}`,
  }];
}

function form({ targetType, stages, hasTarget, hasRole }: LifecycleHookFacts): readonly Result[] {
  if (known(targetType) === 'AWS_LAMBDA') {
    return all(
      () => known(hasTarget) ? [] : [{ property: 'lifecycleHooks', detail: 'hookTargetArn (none) leaves ECS no function to call', fix: 'set hookTargetArn to the ARN of a function' }],
      () => known(hasRole) ? [] : [{
        property: 'lifecycleHooks',
        detail: 'roleArn (none) leaves ECS no role to call the function with',
        fix: 'set a role on the hook that trusts ecs.amazonaws.com and may call lambda:InvokeFunction on the function',
      }],
    );
  }
  const shifting = among(stages, (stage) => SHIFTING.includes(stage));
  return shifting.length === 0 ? [] : [{ property: 'lifecycleHooks', detail: `lifecycleStages (${shifting.join(', ')}) are not for a pause` }];
}

function passedBy(
  { stages }: LifecycleHookFacts, strategy: string, loadBalancers: () => readonly LoadBalancerFacts[], serviceConnect: () => boolean,
): readonly Result[] {
  if (strategy === 'ROLLING') {
    const ofTraffic = among(stages, (stage) => STAGES.includes(stage) && stage.includes('TRAFFIC_SHIFT'));
    return ofTraffic.length === 0 ? [] : [{
      property: 'lifecycleHooks',
      consequence: 'misbehaves',
      detail: `lifecycleStages (${ofTraffic.join(', ')}) are not part of a rolling deployment, which shifts no traffic`,
      fix: 'use a blue/green strategy, or a stage that every deployment has',
    }];
  }
  const ofTest = among(stages, (stage) => TEST.includes(stage));
  if (ofTest.length === 0) return [];
  const balancers = loadBalancers();
  // Service Connect knows test traffic by a header, whether one is named or not.
  if (balancers.length === 0 || balancers.some(({ testRoute }) => known(testRoute) !== undefined) || serviceConnect()) return [];
  return [{
    property: 'lifecycleHooks',
    consequence: 'misbehaves',
    detail: `lifecycleStages (${ofTest.join(', ')}) have no test traffic, since no testListenerRule is set`,
    fix: 'add a testListenerRule to the load balancer of the service',
  }];
}

/** Stages of a hook that meet a condition. */
function among(stages: LifecycleHookFacts['stages'], condition: (stage: string) => boolean): readonly string[] {
  return whereKnown(known(stages), (stage) => condition(known(stage))).map(known);
}

function timeout({ targetType, timeoutMinutes }: LifecycleHookFacts): readonly Result[] {
  const given = known(timeoutMinutes);
  const minutes = given ?? DEFAULT_MINUTES;
  const most = MOST_MINUTES[known(targetType)];
  if (minutes < 1 || minutes > most) {
    return [{ property: 'lifecycleHooks', detail: `timeoutInMinutes (${minutes}) is not from 1 to ${most}`, fix: `set timeoutInMinutes to 1 to ${most}` }];
  }
  // A function answers by itself; the user must end a pause.
  if (minutes < STACK_MINUTES || (given === undefined && known(targetType) !== 'PAUSE')) return [];
  return [{
    property: 'lifecycleHooks',
    consequence: 'misbehaves',
    detail: `timeoutInMinutes (${given ?? `${DEFAULT_MINUTES}, as none is set`}) is longer than the three hours CloudFormation waits`,
    fix: 'set timeoutInMinutes below 180',
  }];
}
