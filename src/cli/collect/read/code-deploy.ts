import { Unknown, type Fact } from '../../../facts/fact';
import type { Aws } from '../aws';
import { fact } from '../call-failed';
import { CALLS } from '../calls';
import { batchesOf } from '../describe';
import { allPages } from '../pages';
import { nameIn } from '../service-state';
import type { CodeDeployDeployment, EcsTarget, Service } from '../shapes';

/** Deployments of the last days are read: earlier ones are over. */
const DAYS_MS = 7 * 24 * 3_600_000;

/** Deployments of the account among which that of a service is searched. */
const MOST_SEARCHED = 10;

/** Deployments of CodeDeploy for one service. */
export interface CodeDeployNow {
  /** The newest first. */
  readonly deployments: readonly CodeDeployDeployment[];
  /** The service in the newest deployment, with its lifecycle events; `undefined` until CodeDeploy has it. */
  readonly target?: EcsTarget;
}

/** Reads the deployments of CodeDeploy for a service again and again. A task set names the first of them, and that one its deployment group. */
export class CodeDeployWatch {
  private group?: Pick<CodeDeployDeployment, 'applicationName' | 'deploymentGroupName'>;

  public constructor(private readonly aws: Aws) {}

  public read(service: Service, now: Date): Promise<Fact<CodeDeployNow>> {
    return fact(async () => {
      const named = (service.taskSets ?? []).flatMap(({ externalId }) => externalId ?? []);
      if (!this.group && named.length > 0) [this.group] = await this.describe(named);
      this.group ??= await this.search(service, now);
      if (!this.group) return { deployments: [] };
      const deployments = await this.describe(await this.list(this.group, now));
      return { deployments, target: await this.target(service, deployments[0]) };
    });
  }

  /** The deployment group of a service whose first deployment by CodeDeploy has no task set yet. */
  private async search(service: Service, now: Date): Promise<CodeDeployWatch['group']> {
    const createTimeRange = { start: new Date(now.getTime() - DAYS_MS) };
    const { deployments = [] } = await this.aws.send(CALLS.listDeployments, { includeOnlyStatuses: ['InProgress', 'Ready'], createTimeRange });
    if (deployments.length === 0) return undefined;
    const ofEcs = (await this.describe(deployments.slice(0, MOST_SEARCHED))).filter(({ computePlatform }) => computePlatform === 'ECS');
    const targets = await Promise.all(ofEcs.map((deployment) => this.target(service, deployment)));
    return ofEcs.find((_, index) => targets[index]);
  }

  private list({ applicationName, deploymentGroupName }: NonNullable<CodeDeployWatch['group']>, now: Date): Promise<string[]> {
    const createTimeRange = { start: new Date(now.getTime() - DAYS_MS) };
    return allPages(this.aws, CALLS.listDeployments, { applicationName, deploymentGroupName, createTimeRange }, (page) => page.deployments);
  }

  private async describe(ids: readonly string[]): Promise<readonly CodeDeployDeployment[]> {
    const answers = await Promise.all(batchesOf(ids, CALLS.batchGetDeployments.batch).map((deploymentIds) =>
      this.aws.send(CALLS.batchGetDeployments, { deploymentIds })));
    return answers.flatMap(({ deploymentsInfo = [] }) => deploymentsInfo)
      .sort((one, other) => Number(other.createTime ?? 0) - Number(one.createTime ?? 0));
  }

  private async target({ clusterArn, serviceName }: Service, deployment: CodeDeployDeployment | undefined): Promise<EcsTarget | undefined> {
    const deploymentId = deployment?.deploymentId;
    if (deploymentId === undefined) return undefined;
    // A deployment that is created or queued has no target yet, which is answered with an error.
    const answer = await fact(() => this.aws.send(CALLS.batchGetDeploymentTargets, { deploymentId, targetIds: [`${nameIn(clusterArn)}:${serviceName}`] }));
    return answer instanceof Unknown ? undefined : answer.deploymentTargets?.[0]?.ecsTarget;
  }
}
