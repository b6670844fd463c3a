import type { Fleet } from './fleet';
import type { MetricName } from './metric-store';

/** Work of the tasks. */
export interface Work {
  readonly backlog: number;
  tick(now: number, fleet: Fleet): void;
  /** The samples of the time since the last call. */
  measure(fleet: Fleet, now: number): Partial<Record<MetricName, readonly number[]>>;
}

/** Load over time: what arrives in each second. */
export type Load = (second: number) => number;

/** Whole pieces of work from a load that may be a fraction. */
export class Arrivals {
  private rest = 0;

  public constructor(private readonly load: Load, private readonly random?: () => number) {}

  public at(second: number): number {
    if (this.random) return poisson(this.load(second), this.random);
    this.rest += this.load(second);
    const whole = Math.floor(this.rest + 1e-9);
    this.rest -= whole;
    return whole;
  }
}

/** Number of arrivals in a second, drawn for an average number of arrivals (Knuth). */
function poisson(mean: number, random: () => number): number {
  const limit = Math.exp(-mean);
  let count = 0;
  for (let product = random(); product > limit; product *= random()) count++;
  return count;
}
