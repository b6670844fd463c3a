import { Unknown } from '../../facts/fact';
import { orNone, type ServiceView } from './live-check';
import { count, minutesSince, nameIn, primary } from '../collect/service-state';
import type { Service, ServiceDeployment, TargetHealth } from '../collect/shapes';
import { pausedHooks } from './paused-hook';

/** Minutes that a deployment may take without a word, beside the times that its configuration sets. */
export const LONG_MINUTES = 30;

const DELAY = 'deregistration_delay.timeout_seconds';

/** A deployment whose tasks all run, and that does not end. */
export interface Standstill {
  /** Subject of the wait, as `at lifecycle stage PRE_SCALE_UP`. */
  readonly waits: string;
  readonly fix?: string;
}

/** Reason for which a deployment that has all of its tasks does not end. */
export function standstillOf({ live, now }: ServiceView): Standstill {
  const { service, deployments, targetGroups } = live;
  const stage = orNone(deployments)[0]?.lifecycleStage;
  if (stage !== undefined && stage !== 'RECONCILE_SERVICE') {
    return { waits: `at lifecycle stage ${stage}`, fix: `${whatToSee(service, stage)}; to end the deployment, stop it with aws ecs stop-service-deployment` };
  }
  const health = orNone(targetGroups).flatMap((group) => orNone(group.health)).map(({ TargetHealth: state }) => state?.State);
  const ill = health.filter((state) => state === 'initial' || state === 'unhealthy');
  if (ill.length > 0) {
    return { waits: `while ${ill.length} of ${count(health.length, 'target')} ${ill.length === 1 ? 'is' : 'are'} ${[...new Set(ill)].join(' or ')}`, fix: 'read the health check of the target group: a task counts once its target is healthy' };
  }
  const old = (service.deployments ?? []).filter(({ status, runningCount = 0 }) => status === 'ACTIVE' && runningCount > 0);
  if (old.length > 0) {
    const names = old.map(({ runningCount = 0, taskDefinition }) => `${count(runningCount, 'task')} of ${nameIn(taskDefinition)}`);
    return { waits: `while ${names.join(' and ')} run on`, fix: 'see whether tasks are protected from scale-in, whether the deregistration delay is long, and whether their containers end at SIGTERM' };
  }
  return { waits: `${minutesSince(primary(service)?.updatedAt, now) > LONG_MINUTES ? 'without a change' : 'although all is there'}` };
}

function whatToSee({ deploymentConfiguration }: Service, stage: string): string {
  const { lifecycleHooks } = deploymentConfiguration ?? {};
  if (lifecycleHooks === undefined) return `see whether a hook of ${stage} answers, such as its Lambda function in its log`;
  const hooks = lifecycleHooks.filter(({ lifecycleStages = [] }) => (lifecycleStages as readonly string[]).includes(stage)).map(({ hookTargetArn }) => hookTargetArn?.split(':').at(-1) ?? 'its hook');
  return hooks.length > 0
    ? `see whether the hook of ${stage} answers, in the log of ${hooks.join(' and ')}`
    : `no hook is set for ${stage}: see whether the infrastructure role may change the listener rules, and whether the targets are healthy`;
}

/** Stages that last for a set time. */
const BAKES = /BAKE|TRAFFIC_SHIFT/;
/** The longest that a load balancer lets a target finish its requests. */
const DRAIN_MINUTES = 60;

/**
 * Minutes that a deployment may stay as it is by design: while a hook waits for an answer without an end, in a stage that bakes, and while the
 * old tasks finish their requests.
 */
export function patienceMinutes(service: Service, newest: ServiceDeployment | undefined, targets: readonly TargetHealth[]): number {
  if (pausedHooks(newest).length > 0) return Infinity;
  const stage = newest?.lifecycleStage ?? '';
  if (BAKES.test(stage)) return bakeMinutes(service) || (stage === 'BAKE_TIME' ? Infinity : 0);
  return isDraining(service, targets) ? DRAIN_MINUTES : 0;
}

/** All that is new runs and is healthy, and old targets finish their requests. */
function isDraining(service: Service, targets: readonly TargetHealth[]): boolean {
  const { runningCount = 0, desiredCount = 0 } = primary(service) ?? {};
  const states = targets.map(({ TargetHealth: state }) => state?.State);
  return runningCount >= desiredCount && states.includes('draining') && states.every((state) => state === 'draining' || state === 'healthy');
}

/** Minutes after which a deployment is late: what its configuration makes it wait is no standstill. */
export function allowedMinutes({ live: { service, targetGroups } }: ServiceView): number {
  const delays = orNone(targetGroups).map(({ attributes }) => (attributes instanceof Unknown ? 0 : Number(attributes[DELAY] ?? 300)));
  return LONG_MINUTES + bakeMinutes(service) + ((service.healthCheckGracePeriodSeconds ?? 0) + Math.max(0, ...delays)) / 60;
}

/** Minutes that a deployment bakes: once at its end, and after each part of the traffic. */
function bakeMinutes({ deploymentConfiguration: it }: Service): number {
  const linear = it?.linearConfiguration;
  const steps = linear ? Math.ceil(100 / (linear.stepPercent ?? 10)) * (linear.stepBakeTimeInMinutes ?? 0) : 0;
  return (it?.bakeTimeInMinutes ?? 0) + steps + (it?.canaryConfiguration?.canaryBakeTimeInMinutes ?? 0);
}

/** Moment from which the minutes of a deployment count: in a stage that bakes, the beginning of the stage. */
export function since(created: Date | undefined, newest: ServiceDeployment | undefined): Date | undefined {
  return BAKES.test(newest?.lifecycleStage ?? '') ? newest?.updatedAt ?? created : created;
}
