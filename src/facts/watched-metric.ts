import type { ContainerInsights } from './cluster';
import type { Fact } from './fact';

/** A dimension of a metric. */
export interface DimensionFacts {
  readonly name: Fact<string>;
  /** With `<Attribute of Id>` for an attribute of a resource, and `<Ref of Id>` for what `Ref` returns. */
  readonly value: Fact<string>;
  /** Type of the resource that the value is an attribute of; `undefined`: it is a text. */
  readonly resourceType: Fact<string | undefined>;
}

/** A metric that an alarm or a scaling policy watches. */
export interface WatchedMetricFacts {
  readonly namespace: Fact<string | undefined>;
  readonly metricName: Fact<string | undefined>;
  readonly statistic: Fact<string | undefined>;
  /** `undefined`: the watcher has no period of its own. */
  readonly periodSeconds: Fact<number | undefined>;
  readonly dimensions: Fact<readonly DimensionFacts[]>;
  /** The service of the dimensions runs in their cluster; `undefined`: they don't name both. */
  readonly serviceInCluster: Fact<boolean | undefined>;
  /** Container Insights of the cluster that the dimensions name. */
  readonly containerInsights: Fact<ContainerInsights | undefined>;
  /** The metric is one of several in an expression. */
  readonly inExpression: Fact<boolean>;
  /** Something scales on the metric: a policy that tracks it, or a policy that the alarm runs. */
  readonly scales: Fact<boolean>;
  /** The service publishes the metric every 20 seconds; else it is published every 60. */
  readonly servicePublishesFast: Fact<boolean>;
}

/** An alarm of CloudWatch. */
export interface AlarmFacts {
  readonly metrics: Fact<readonly WatchedMetricFacts[]>;
}
