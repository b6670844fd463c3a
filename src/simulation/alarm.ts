import { evaluateMath } from './evaluate-math';
import type { MetricStore, MetricQuery } from './metric-store';
import type { Series } from './series';

export type AlarmState = 'OK' | 'ALARM' | 'INSUFFICIENT_DATA';

/** A CloudWatch alarm on a metric or on metric math. */
export interface AlarmSettings {
  /** The metrics by the ids that the expression has for them. */
  readonly metrics: Readonly<Record<string, MetricQuery>>;
  /** Metric math; the one metric itself by its id. */
  readonly expression: string;
  readonly periodSeconds: number;
  readonly comparison: '>' | '>=' | '<' | '<=';
  readonly threshold: number;
  /** M and N of "M out of N". */
  readonly datapointsToAlarm: number;
  readonly evaluationPeriods: number;
  readonly missingData: 'missing' | 'notBreaching' | 'breaching' | 'ignore';
}

/** CloudWatch asks for more data points than it needs, so that late ones are no missing ones. */
const EXTRA_PERIODS = 2;

const COMPARISONS: Readonly<Record<AlarmSettings['comparison'], (value: number, threshold: number) => boolean>> = {
  '>': (value, threshold) => value > threshold,
  '>=': (value, threshold) => value >= threshold,
  '<': (value, threshold) => value < threshold,
  '<=': (value, threshold) => value <= threshold,
};

/**
 * Evaluates an alarm as CloudWatch does: on the newest data points that there are, and with a value for missing ones only as far
 * as there are too few.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarms-and-missing-data.html
 */
export class Alarm {
  public state: AlarmState = 'INSUFFICIENT_DATA';
  /** The newest data point that was evaluated. */
  public value: number | undefined;
  /** All that were, the newest last. */
  public values: readonly number[] = [];

  public constructor(public readonly settings: AlarmSettings) {}

  /** Returns true at the times of evaluation: every ten seconds for periods below a minute, else every minute; halfway, as on average. */
  public isDue(now: number): boolean {
    const everySeconds = this.settings.periodSeconds < 60 ? 10 : 60;
    return now % everySeconds === everySeconds / 2;
  }

  public evaluate(now: number, store: MetricStore): void {
    const { evaluationPeriods } = this.settings;
    const points = newest(this.seriesAt(now, store), this.startsAt(now));
    const real = points.filter((point): point is number => point !== undefined).slice(-evaluationPeriods);
    this.values = real;
    this.value = real.at(-1);
    this.state = this.next(points, real);
  }

  private next(points: ReadonlyArray<number | undefined>, real: readonly number[]): AlarmState {
    const { datapointsToAlarm, evaluationPeriods, missingData } = this.settings;
    const breaching = real.filter((point) => this.breaches(point)).length;
    const missing = evaluationPeriods - real.length;
    if (missing <= 0 || missingData === 'notBreaching') return breaching >= datapointsToAlarm ? 'ALARM' : 'OK';
    if (missingData === 'breaching') return breaching + missing >= datapointsToAlarm ? 'ALARM' : 'OK';
    if (real.length > breaching) return breaching >= datapointsToAlarm ? 'ALARM' : 'OK';
    if (missingData === 'ignore') return this.state;
    // With nothing but breaching points, the oldest has to be as old as an alarm asks for.
    const age = points.length - points.findIndex((point) => point !== undefined);
    return real.length > 0 && age >= datapointsToAlarm ? 'ALARM' : 'INSUFFICIENT_DATA';
  }

  private breaches(point: number): boolean {
    return COMPARISONS[this.settings.comparison](point, this.settings.threshold);
  }

  private seriesAt(now: number, store: MetricStore): Series {
    const { metrics, expression, periodSeconds } = this.settings;
    const seconds = this.startsAt(now);
    const series = Object.fromEntries(Object.entries(metrics).map(([id, query]) => [id, store.read(query, seconds, periodSeconds, now)]));
    return evaluateMath(expression, series, { seconds });
  }

  /** The periods up to now: those of several minutes move along minute by minute. */
  private startsAt(now: number): readonly number[] {
    const { evaluationPeriods, periodSeconds } = this.settings;
    const step = Math.min(periodSeconds, 60);
    const last = Math.floor(now / step) * step;
    const count = evaluationPeriods + EXTRA_PERIODS;
    return Array.from({ length: count }, (_, index) => last - (count - index) * periodSeconds);
  }
}

function newest(series: Series, seconds: readonly number[]): ReadonlyArray<number | undefined> {
  return seconds.map((second) => series.get(second));
}
