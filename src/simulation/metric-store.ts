import type { Series } from './series';

/** Metrics that the simulated service and its queue publish. */
export type MetricName = 'cpu' | 'requestsPerTask' | 'visible' | 'inFlight';

export type Statistic = 'Average' | 'Maximum' | 'Sum' | 'SampleCount';

export interface MetricQuery {
  readonly metric: MetricName;
  readonly statistic: Statistic;
}

/** Measurements of one period, one sample from each task. */
interface Measured {
  readonly start: number;
  /** From when on alarms see it. */
  readonly seenAt: number;
  readonly samples: readonly number[];
}

/** Metrics as CloudWatch has them: in periods, and some time after these have ended. */
export class MetricStore {
  private readonly measured = new Map<MetricName, Measured[]>();

  public publish(metric: MetricName, measured: Measured): void {
    const known = this.measured.get(metric);
    if (known) known.push(measured);
    else this.measured.set(metric, [measured]);
  }

  /** Values available by now, for the periods that start at these seconds. */
  public read({ metric, statistic }: MetricQuery, starts: readonly number[], periodSeconds: number, now: number): Series {
    const found = new Map<number, number>();
    const all = this.measured.get(metric) ?? [];
    for (const start of starts) {
      const samples = between(all, start, start + periodSeconds).filter(({ seenAt }) => seenAt <= now).flatMap((one) => one.samples);
      if (samples.length > 0) found.set(start, STATISTICS[statistic](samples));
    }
    return found;
  }
}

// Alarms ask for the newest.
function between(all: readonly Measured[], from: number, to: number): readonly Measured[] {
  const found: Measured[] = [];
  for (let index = all.length - 1; index >= 0 && all[index].start >= from; index--) {
    if (all[index].start < to) found.push(all[index]);
  }
  return found;
}

const STATISTICS: Readonly<Record<Statistic, (samples: readonly number[]) => number>> = {
  Average: (samples) => total(samples) / samples.length,
  Maximum: (samples) => Math.max(...samples),
  Sum: total,
  SampleCount: (samples) => samples.length,
};

function total(samples: readonly number[]): number {
  return samples.reduce((sum, sample) => sum + sample, 0);
}
