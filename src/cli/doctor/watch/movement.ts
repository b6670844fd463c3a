import { taskSetLines } from './code-deploy-view';
import { codeDeployments, newestFirst } from './task-sets';
import { Unknown } from '../../../facts/fact';
import type { ServiceNow } from '../../collect/read-service';
import type { TargetHealth } from '../../collect/shapes';
import { patienceMinutes, since } from '../standstill';

/** Statuses in which CodeDeploy waits, for a user or for a set time. */
const WAITING: readonly (string | undefined)[] = ['Ready', 'Baking', 'Queued'];

/** The last time that a deployment came closer to its end: tasks that start and die again move nothing. */
export class Movement {
  private readonly steps = new Set<string>();
  private most = { running: -1, healthy: -1 };
  private fewestOld = Infinity;
  private at?: Date;

  /** Takes in the newest reading, and returns the milliseconds since the last step forward; `undefined` while the deployment waits by design. */
  public still(now: ServiceNow, began: Date): number | undefined {
    const [newest] = now.deployments instanceof Unknown ? [] : now.deployments;
    const moved = this.advances(now);
    if (!this.at) this.at = since(began, newest) ?? began;
    else if (moved) this.at = now.readAt;
    if (WAITING.includes(codeDeployments(now)[0]?.status)) return undefined;
    const still = now.readAt.getTime() - this.at.getTime();
    return still <= patienceMinutes(now.service, newest, healthOf(now)) * 60_000 ? undefined : still;
  }

  private advances(now: ServiceNow): boolean {
    const { service, deployments } = now;
    const [newest] = deployments instanceof Unknown ? [] : deployments;
    const [first, ...old] = service.deployments?.length ? service.deployments : newestFirst(service);
    const running = first?.runningCount ?? 0;
    const healthy = healthOf(now)
      .filter(({ TargetHealth }) => TargetHealth?.State === 'healthy').length;
    const oldRunning = old.reduce((sum, { runningCount = 0 }) => sum + runningCount, 0);
    const { serviceDeploymentArn, status, lifecycleStage } = newest ?? {};
    const step = JSON.stringify([serviceDeploymentArn, status, lifecycleStage, first?.id, old.length, ...taskSetLines({ ...now, service: {} })]);
    const moved = running > this.most.running || healthy > this.most.healthy || oldRunning < this.fewestOld || !this.steps.has(step);
    this.most = { running: Math.max(running, this.most.running), healthy: Math.max(healthy, this.most.healthy) };
    this.fewestOld = Math.min(oldRunning, this.fewestOld);
    this.steps.add(step);
    return moved;
  }
}

function healthOf({ targets }: ServiceNow): readonly TargetHealth[] {
  return [...targets.values()].flatMap((health) => (health instanceof Unknown ? [] : health as readonly TargetHealth[]));
}
