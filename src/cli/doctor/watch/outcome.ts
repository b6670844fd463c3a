import { Unknown } from '../../../facts/fact';
import type { ServiceNow } from '../../collect/read-service';
import { nameIn, primary } from '../../collect/service-state';
import type { Deployment, ServiceDeployment } from '../../collect/shapes';
import { stopsOf } from './stops';
import { isUnderWay, type WatchedDeployment } from './watched-deployment';
import { findings } from '../checks/stopped-tasks';

/** End of a deployment. */
export interface Outcome {
  readonly steady: boolean;
  /** A sentence without a period. */
  readonly reason: string;
}

const ROLLED_BACK: readonly (string | undefined)[] = ['ROLLBACK_SUCCESSFUL', 'ROLLBACK_FAILED'];
const NO_REASON = 'ECS names no reason';

/** Outcome of a deployment; `undefined` while it goes on. A deployment with a complete rollback has failed, and so has one that another one replaced. */
export function outcomeOf(now: ServiceNow, watched: WatchedDeployment): Outcome | undefined {
  const { service } = now;
  if (service.status !== 'ACTIVE') return { steady: false, reason: `the service is ${service.status ?? 'gone'}` };
  const current = primary(service);
  const among = amongDeployments(now, watched);
  const failed = failure(among, service.deployments?.find(({ id }) => id === watched.deployment?.id))
    ?? stopped(among, watched, current)
    ?? replaced(among, watched, current);
  if (failed) return { steady: false, reason: sentence(failed, why(now, watched)) };
  if (among.own?.status === 'SUCCESSFUL' && among.newest !== among.own) {
    return { steady: true, reason: `the deployment of ${nameIn(watched.deployment?.taskDefinition)} succeeded, and another one has begun` };
  }
  if (!current || isUnderWay(among.newest)) return undefined;
  const { runningCount = 0, desiredCount = 0, deployments = [] } = service;
  const isDone = current.rolloutState === undefined || current.rolloutState === 'COMPLETED';
  if (!isDone || deployments.length > 1 || runningCount !== desiredCount) return undefined;
  return { steady: true, reason: `${nameIn(current.taskDefinition)} is steady, with ${runningCount} of ${desiredCount} running` };
}

/** The service deployments that decide. */
interface Among {
  /** True if they are listed. */
  readonly isListed: boolean;
  readonly newest?: ServiceDeployment;
  /** The watched one, if it is known and listed. */
  readonly own?: ServiceDeployment;
  /** The watched one; where it is not known, the newest one, unless it was over before. */
  readonly judged?: ServiceDeployment;
}

function amongDeployments({ deployments }: ServiceNow, { arn, deployment }: WatchedDeployment): Among {
  if (deployments instanceof Unknown || deployments.length === 0) return { isListed: false };
  const [newest] = deployments;
  if (arn !== undefined) {
    const own = deployments.find(({ serviceDeploymentArn }) => serviceDeploymentArn === arn);
    return { isListed: true, newest, own, judged: own };
  }
  // A list that lacks the newest deployment yet ends with one that was over before.
  const isOld = deployment?.rolloutState === 'IN_PROGRESS' && Number(newest.createdAt) < Number(deployment.createdAt) && !isUnderWay(newest);
  return { isListed: true, newest, judged: isOld ? undefined : newest };
}

/** Texts of AWS end with a period, and parts of a sentence don't. */
function sentence(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part).map((part) => part!.trim().replace(/\.+$/, '')).join('; ');
}

function failure({ judged }: Among, inService: Deployment | undefined): string | undefined {
  if (judged && ROLLED_BACK.includes(judged.status)) {
    const alarms = judged.alarms?.triggeredAlarmNames ?? [];
    const reason = judged.rollback?.reason ?? judged.statusReason ?? (alarms.length > 0 ? `alarm ${alarms.join(', ')}` : NO_REASON);
    return `${judged.status === 'ROLLBACK_FAILED' ? 'the deployment failed, and so did its rollback' : 'the deployment was rolled back'}: ${reason}`;
  }
  // During a rollback, the newest deployment shows its end.
  if (inService?.rolloutState !== 'FAILED' || isUnderWay(judged)) return undefined;
  return `the deployment failed: ${inService.rolloutStateReason ?? NO_REASON}`;
}

function stopped({ judged, newest }: Among, watched: WatchedDeployment, current: Deployment | undefined): string | undefined {
  if (judged?.status !== 'STOPPED') return undefined;
  if (judged === newest) return `the deployment was stopped: ${judged.statusReason ?? NO_REASON}`;
  return [superseded(watched, current), judged.statusReason].filter((part) => part).join(': ');
}

/** Another deployment is in the place of the watched one, whose end is not listed. */
function replaced({ isListed, own, newest }: Among, watched: WatchedDeployment, current: Deployment | undefined): string | undefined {
  if (own) return undefined;
  if (isListed && watched.arn !== undefined) return superseded(watched, current);
  if (!current || current.id === watched.deployment?.id || (isUnderWay(newest) && newest?.status !== 'IN_PROGRESS')) return undefined;
  return wentBack(current, watched)
    ? `${nameIn(watched.deployment?.taskDefinition)} was rolled back to ${nameIn(current.taskDefinition)}` : superseded(watched, current);
}

function superseded({ deployment }: WatchedDeployment, current: Deployment | undefined): string {
  const [from, to] = [deployment, current].map((one) => nameIn(one?.taskDefinition));
  return `the deployment of ${from} was superseded by ${from === to ? 'another one of it' : `that of ${to}`}`;
}

// Without the deployments themselves: what ran before the watched one is what is deployed again.
function wentBack(current: Deployment, { before, deployment }: WatchedDeployment): boolean {
  const old = before?.service.deployments?.find(({ status }) => status === 'ACTIVE');
  return old !== undefined && current.taskDefinition === old.taskDefinition && current.taskDefinition !== deployment?.taskDefinition;
}

/** Reasons of the stopped tasks, as the doctor words them. */
function why(now: ServiceNow, watched: WatchedDeployment): string | undefined {
  if (now.stoppedTasks instanceof Unknown) return undefined;
  const own = stopsOf(now, watched.deployment);
  const [finding] = findings(own.length > 0 ? own : now.stoppedTasks, () => ({ severity: 'error' }));
  return finding && `${finding.detail} [${finding.id}]`;
}
