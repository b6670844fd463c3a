import type { Fleet } from './fleet';
import type { MetricName } from './metric-store';
import { Arrivals, type Load, type Work } from './work';

/** Messages that tasks take one by one. */
export interface QueueLoad {
  readonly kind: 'queue';
  readonly messagesPerSecond: Load;
  readonly processingSeconds: number;
  /** The part by which the time for one message goes up and down. */
  readonly jitter?: number;
  readonly visibilityTimeoutSeconds: number;
  /** True if messages arrive at random moments, with the rate as their average. */
  readonly atRandom?: boolean;
}

const BUSY_PERCENT = 60;
const IDLE_PERCENT = 1;

/** A queue of SQS and what its consumers do. */
export class QueueWork implements Work {
  private readonly arrivals: Arrivals;
  private visible = 0;
  private hidden: number[] = [];
  private known = 0;

  public constructor(private readonly load: QueueLoad, private readonly random: () => number) {
    this.arrivals = new Arrivals(load.messagesPerSecond, load.atRandom ? random : undefined);
  }

  public get backlog(): number {
    return this.visible;
  }

  public tick(now: number, fleet: Fleet): void {
    this.hidden.push(...fleet.interrupted.slice(this.known));
    this.known = fleet.interrupted.length;
    this.visible += this.arrivals.at(now) + this.hidden.filter((second) => second <= now).length;
    this.hidden = this.hidden.filter((second) => second > now);
    for (const task of fleet.free(now)) {
      if (this.visible === 0) return;
      this.visible--;
      // One that was done within this second went on at once.
      const start = task.idleFrom !== undefined && task.idleFrom > now - 1 ? task.idleFrom : now;
      task.busyUntil = start + this.processingSeconds();
      task.visibleAgainAt = now + this.load.visibilityTimeoutSeconds;
    }
  }

  public measure(fleet: Fleet, now: number): Partial<Record<MetricName, readonly number[]>> {
    return {
      visible: [this.visible],
      inFlight: [fleet.busy + this.hidden.length],
      cpu: fleet.running(now).map(({ busyUntil }) => (busyUntil === undefined ? IDLE_PERCENT : BUSY_PERCENT)),
    };
  }

  private processingSeconds(): number {
    const { processingSeconds, jitter = 0 } = this.load;
    return processingSeconds * (1 + jitter * (2 * this.random() - 1));
  }
}
