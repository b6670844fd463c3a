import { Unknown } from '../../../facts/fact';
import type { ServiceNow } from '../../collect/read-service';
import { nameIn } from '../../collect/service-state';
import type { CodeDeployDeployment, Deployment, Service, TaskSet } from '../../collect/shapes';
import type { Outcome } from './outcome';

/** Statuses of a deployment of CodeDeploy that is over. */
const OVER: readonly (string | undefined)[] = ['Succeeded', 'Failed', 'Stopped'];

/** Follows a service whose deployments another controller than ECS makes, as task sets: CodeDeploy, or one of the user. */
export class TaskSetWatch {
  /** Id of the deployment of CodeDeploy that was under way when the watch began, else of the newest one. */
  private deployment?: string;
  private taskSet?: TaskSet;

  /** Takes in the newest reading, and returns the outcome; `undefined` while the deployment goes on. */
  public outcome(now: ServiceNow): Outcome | undefined {
    const { service } = now;
    if (service.status !== 'ACTIVE') return { steady: false, reason: `the service is ${service.status ?? 'gone'}` };
    const deployments = codeDeployments(now);
    this.deployment ??= deployments[0]?.deploymentId;
    const own = deployments.find(({ deploymentId }) => deploymentId === this.deployment);
    if (own) return ofCodeDeploy(own, deployments, service);
    // CodeDeploy does not answer now: the task sets show no end of its deployment.
    return this.deployment === undefined ? this.ofTaskSets(service) : undefined;
  }

  private ofTaskSets(service: Service): Outcome | undefined {
    const sets = newestFirst(service);
    this.taskSet ??= sets.find(({ stabilityStatus }) => stabilityStatus === 'STABILIZING');
    const { id, taskDefinition } = this.taskSet ?? {};
    if (id !== undefined && !sets.some((set) => set.id === id)) return { steady: false, reason: `the task set of ${nameIn(taskDefinition)} was deleted before it was steady` };
    const isSteady = sets.every(({ stabilityStatus, pendingCount = 0 }) => stabilityStatus === 'STEADY_STATE' && pendingCount === 0)
      && (sets.length === 0 || sets.some(({ status }) => status === 'PRIMARY')) && !isShort(service);
    if (!isSteady) return undefined;
    const names = [...new Set(sets.map((set) => nameIn(set.taskDefinition)))].join(' and ') || 'the service';
    return { steady: true, reason: `${names} ${names.includes(' and ') ? 'are' : 'is'} steady, with ${service.runningCount ?? 0} of ${service.desiredCount ?? 0} running` };
  }
}

/** The newest task set as a deployment, whose tasks ECS names in the same way. */
export function asDeployment(service: Service): Deployment | undefined {
  const [newest] = newestFirst(service);
  return newest && { id: newest.id, taskDefinition: newest.taskDefinition, createdAt: newest.createdAt };
}

/** Task sets of a service, the newest first. */
export function newestFirst({ taskSets = [] }: Service): readonly TaskSet[] {
  return [...taskSets].sort((one, other) => Number(other.createdAt ?? 0) - Number(one.createdAt ?? 0));
}

export function codeDeployments({ codeDeploy }: ServiceNow): readonly CodeDeployDeployment[] {
  return codeDeploy === undefined || codeDeploy instanceof Unknown ? [] : codeDeploy.deployments;
}

function isShort({ runningCount = 0, desiredCount = 0 }: Service): boolean {
  return runningCount < desiredCount;
}

function ofCodeDeploy(own: CodeDeployDeployment, all: readonly CodeDeployDeployment[], service: Service): Outcome | undefined {
  const { deploymentId, status, errorInformation, rollbackInfo } = own;
  if (!OVER.includes(status)) return undefined;
  if (status === 'Succeeded') return isShort(service) ? undefined : { steady: true, reason: `deployment ${deploymentId} of CodeDeploy succeeded` };
  const said = [errorInformation?.message ?? errorInformation?.code, rollbackInfo?.rollbackMessage].flatMap((text) => text?.trim().replace(/\.+$/, '') || []);
  const rollback = all.find((one) => one.deploymentId === rollbackInfo?.rollbackDeploymentId && one.deploymentId !== undefined);
  if (rollback && !OVER.includes(rollback.status)) return undefined;
  const newer = all.find((one) => one !== rollback && Number(one.createTime ?? 0) > Number(own.createTime ?? 0));
  const ended = status === 'Stopped' && newer ? `was superseded by ${newer.deploymentId}` : status === 'Stopped' ? 'was stopped' : 'failed';
  const back = rollback ? [`its rollback ${rollback.deploymentId} ${rollback.status === 'Succeeded' ? 'succeeded' : 'failed too'}`] : [];
  return { steady: false, reason: [`deployment ${deploymentId} of CodeDeploy ${ended}${said.length > 0 ? `: ${said[0]}` : ''}`, ...said.slice(1), ...back].join('; ') };
}
