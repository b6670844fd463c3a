import { Unknown } from '../../../facts/fact';
import type { ServiceNow } from '../../collect/read-service';
import { pausedHooks } from '../paused-hook';

/** Stages of a set duration. */
const TIMED: readonly (string | undefined)[] = ['BAKE_TIME'];

/** The last time that a deployment came closer to its end: tasks that start and die again move nothing. */
export class Movement {
  private readonly steps = new Set<string>();
  private most = { running: -1, healthy: -1 };
  private fewestOld = Infinity;
  private at?: Date;

  /** Takes in the newest reading, and returns the milliseconds since the last step forward; `undefined` while the deployment waits by design. */
  public still(now: ServiceNow, began: Date): number | undefined {
    const moved = this.advances(now);
    if (!this.at) this.at = began;
    else if (moved) this.at = now.readAt;
    const [newest] = now.deployments instanceof Unknown ? [] : now.deployments;
    if (TIMED.includes(newest?.lifecycleStage) || pausedHooks(newest).length > 0) return undefined;
    return now.readAt.getTime() - this.at.getTime();
  }

  private advances({ service, deployments, targets }: ServiceNow): boolean {
    const [newest] = deployments instanceof Unknown ? [] : deployments;
    const [first, ...old] = service.deployments?.length ? service.deployments : service.taskSets ?? [];
    const running = first?.runningCount ?? 0;
    const healthy = [...targets.values()].flatMap((health) => (health instanceof Unknown ? [] : health)).filter(({ TargetHealth }) => TargetHealth?.State === 'healthy').length;
    const oldRunning = old.reduce((sum, { runningCount = 0 }) => sum + runningCount, 0);
    const step = JSON.stringify([newest?.serviceDeploymentArn, newest?.status, newest?.lifecycleStage, first?.id, old.length]);
    const moved = running > this.most.running || healthy > this.most.healthy || oldRunning < this.fewestOld || !this.steps.has(step);
    this.most = { running: Math.max(running, this.most.running), healthy: Math.max(healthy, this.most.healthy) };
    this.fewestOld = Math.min(oldRunning, this.fewestOld);
    this.steps.add(step);
    return moved;
  }
}
