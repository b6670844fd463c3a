import type { Fact } from './fact';

/** Metric math of a policy or an alarm: metrics, and expressions over them, each by its id. */
export interface MetricMathFacts {
  readonly metrics: readonly MathMetricFacts[];
  readonly expressions: readonly MathExpressionFacts[];
}

export interface MathMetricFacts {
  readonly id: Fact<string>;
  readonly namespace: Fact<string | undefined>;
  readonly metricName: Fact<string | undefined>;
  readonly statistic: Fact<string | undefined>;
}

export interface MathExpressionFacts {
  readonly id: Fact<string>;
  readonly expression: Fact<string>;
}
