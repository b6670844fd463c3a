import type { Fleet } from './fleet';
import type { MetricName } from './metric-store';
import type { Load, Work } from './work';

/** Requests that a load balancer spreads over the tasks. */
export interface RequestLoad {
  readonly kind: 'requests';
  readonly requestsPerSecond: Load;
  /** The CPU time of one request, as a part of what a task has. */
  readonly cpuSecondsPerRequest: number;
}

/** Tasks behind a load balancer: what more than all of them can do is lost. */
export class RequestWork implements Work {
  private requests = 0;
  private utilization = 0;
  private seconds = 0;
  private overload = 0;

  public constructor(private readonly load: RequestLoad) {}

  /** The requests of this second that no task had time for. */
  public get backlog(): number {
    return this.overload;
  }

  public tick(now: number, fleet: Fleet): void {
    const { requestsPerSecond, cpuSecondsPerRequest } = this.load;
    const requests = requestsPerSecond(now);
    const tasks = fleet.running(now).length;
    const asked = tasks === 0 ? 1 : requests * cpuSecondsPerRequest / tasks;
    this.overload = tasks === 0 ? requests : requests * Math.max(0, 1 - 1 / asked);
    this.requests += requests;
    this.utilization += 100 * Math.min(1, asked);
    this.seconds++;
  }

  public measure(fleet: Fleet, now: number): Partial<Record<MetricName, readonly number[]>> {
    const tasks = fleet.running(now).length;
    const cpu = this.seconds === 0 ? 0 : this.utilization / this.seconds;
    const measured = {
      cpu: Array.from({ length: tasks }, () => cpu),
      requestsPerTask: tasks === 0 ? [] : [this.requests / tasks],
    };
    [this.utilization, this.seconds] = [0, 0];
    // A load balancer has nothing faster than a minute.
    if (now % 60 === 0) this.requests = 0;
    return measured;
  }
}
