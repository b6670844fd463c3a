import type { Fleet } from './fleet';
import type { MetricName } from './metric-store';

/** What the tasks do. */
export interface Work {
  readonly backlog: number;
  tick(now: number, fleet: Fleet): void;
  /** The samples of the time since the last call. */
  measure(fleet: Fleet, now: number): Partial<Record<MetricName, readonly number[]>>;
}

/** Load over time: what arrives in each second. */
export type Load = (second: number) => number;

/** Whole pieces of work out of a load that may come in fractions. */
export class Arrivals {
  private rest = 0;

  public constructor(private readonly load: Load) {}

  public at(second: number): number {
    this.rest += this.load(second);
    const whole = Math.floor(this.rest + 1e-9);
    this.rest -= whole;
    return whole;
  }
}
