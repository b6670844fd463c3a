import { Unknown } from '../../../facts/fact';
import type { ServiceNow } from '../../collect/read-service';
import { nameIn } from '../../collect/service-state';
import type { EcsTarget, TaskSet } from '../../collect/shapes';
import { fixOf } from '../classifier/refusals';
import { codeDeployments, newestFirst } from './task-sets';

/** State of task sets, and of the deployment of CodeDeploy that makes them. */
export function taskSetLines({ service, codeDeploy }: ServiceNow): readonly string[] {
  return [...newestFirst(service).map(taskSetLine), ...codeDeployLines(codeDeploy)];
}

function taskSetLine({ taskDefinition, status, stabilityStatus, runningCount = 0, pendingCount = 0, computedDesiredCount = 0 }: TaskSet): string {
  const pending = pendingCount > 0 ? `, ${pendingCount} pending` : '';
  return `${nameIn(taskDefinition)} ${(status ?? '').toLowerCase()}: ${runningCount} of ${computedDesiredCount} running${pending}${stabilityStatus ? ` (${stabilityStatus})` : ''}`;
}

function codeDeployLines(codeDeploy: ServiceNow['codeDeploy']): readonly string[] {
  if (codeDeploy === undefined) return [];
  if (codeDeploy instanceof Unknown) return [`CodeDeploy: not read: ${codeDeploy.reason}`];
  const { deployments: [newest], target } = codeDeploy;
  if (!newest) return [];
  const stage = stageOf(target);
  const weights = (target?.taskSetsInfo ?? []).flatMap(({ taskSetLabel, trafficWeight }) => (
    taskSetLabel === undefined || trafficWeight === undefined ? [] : [`${taskSetLabel.toLowerCase()} ${trafficWeight} %`]));
  return [
    `CodeDeploy ${newest.deploymentId}: ${newest.status}${stage ? `, ${stage}` : ''}`,
    ...weights.length > 0 ? [`traffic: ${weights.join(', ')}`] : [],
  ];
}

/** The lifecycle event that is under way or has failed, as `Install is InProgress`. */
export function stageOf(target: EcsTarget | undefined): string | undefined {
  const events = target?.lifecycleEvents ?? [];
  const current = ['Failed', 'InProgress'].map((status) => events.find((event) => event.status === status)).find((event) => event);
  return current && `${current.lifecycleEventName} is ${current.status}`;
}

type Remark = readonly [key: string, lines: readonly string[]];

/** A deployment of CodeDeploy that waits for a user, and lifecycle events that failed, each by a key. */
export function codeDeployRemarks(now: ServiceNow): ReadonlyMap<string, readonly string[]> {
  const [newest] = codeDeployments(now);
  const { codeDeploy } = now;
  const events = codeDeploy === undefined || codeDeploy instanceof Unknown ? [] : codeDeploy.target?.lifecycleEvents ?? [];
  const failed: readonly Remark[] = events.filter(({ status }) => status === 'Failed').map(({ lifecycleEventName, diagnostics }) => [
    `${newest?.deploymentId} ${lifecycleEventName}`,
    [
      `${lifecycleEventName} of deployment ${newest?.deploymentId} failed${diagnostics?.errorCode ? ` (${diagnostics.errorCode})` : ''}`,
      ...diagnostics?.message ? [`  aws:  ${diagnostics.message}`, ...fixLine(diagnostics.message)] : [],
    ],
  ]);
  const waits: readonly Remark[] = newest?.status === 'Ready' ? [[`${newest.deploymentId} ready`, [
    `deployment ${newest.deploymentId} waits until its traffic is shifted by hand`,
    `  go on: aws deploy continue-deployment --deployment-id ${newest.deploymentId} --deployment-wait-type READY_WAIT`,
  ]]] : [];
  const { code, message = '' } = newest?.errorInformation ?? {};
  const fix = fixLine(message);
  const refused: readonly Remark[] = fix.length === 0 ? [] : [[`${newest.deploymentId} failed`, [
    `deployment ${newest.deploymentId} failed${code ? ` (${code})` : ''}`, `  aws:  ${message}`, ...fix,
  ]]];
  return new Map([...failed, ...waits, ...refused]);
}

function fixLine(message: string): readonly string[] {
  const fix = fixOf(message);
  return fix === undefined ? [] : [`  fix:  ${fix}`];
}
