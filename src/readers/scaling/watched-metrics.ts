import { readReferredCluster } from '../services/clusters';
import { readHighResolution } from './high-resolution';
import type { App } from '../../cloudformation/app';
import { memoize } from '../../cloudformation/memoize';
import { Reference } from '../../cloudformation/resolved';
import type { Resource } from '../../cloudformation/template';
import type { Value } from '../../cloudformation/value';
import { anyOf, list, required, resourceIn } from '../../cloudformation/value-helpers';
import { Unknown, type Fact } from '../../facts/fact';
import type { DimensionFacts, WatchedMetricFacts } from '../../facts/watched-metric';

export const ALARM = 'AWS::CloudWatch::Alarm';
const SERVICE = 'AWS::ECS::Service';
const CLUSTER = 'AWS::ECS::Cluster';
/** Namespaces of ECS, of its load balancers and queues, however they are spelled. */
const NAMESPACES = /ecs|containerinsights|applicationelb|sqs/i;

/** The alarms of the app on metrics of ECS, of load balancers or of queues. */
export const watchingAlarms = memoize((app: App): readonly Resource[] => app.ofType(ALARM).filter(({ properties }) =>
  sourcesOf(properties).some((source) => {
    const namespace = source.metric.get('Namespace').text();
    return typeof namespace === 'string' && NAMESPACES.test(namespace);
  })));

/** The metrics that an alarm watches, or that a policy of target tracking follows. */
export function readWatchedMetrics(watcher: Value, scales: Fact<boolean>): Fact<readonly WatchedMetricFacts[]> {
  const queries = watcher.get('Metrics').items();
  return queries instanceof Unknown ? queries : sourcesOf(watcher).map((source) => ({ ...readMetric(source), scales }));
}

/** The metrics of an alarm, which scales where one of its actions is a policy of the app. */
export function readMetricsOfAlarm({ properties }: Resource): Fact<readonly WatchedMetricFacts[]> {
  const actions = properties.get('AlarmActions').items();
  const scales = actions instanceof Unknown ? actions : actions.some((action) => resourceIn(action, 'AWS::ApplicationAutoScaling::ScalingPolicy') !== undefined);
  return readWatchedMetrics(properties, scales);
}

interface Source {
  readonly metric: Value;
  readonly statistic: Value;
  readonly period: Value;
  readonly inExpression: boolean;
}

function sourcesOf(watcher: Value): readonly Source[] {
  const own = { metric: watcher, statistic: watcher.get('Statistic'), period: watcher.get('Period'), inExpression: false };
  const queries = watcher.get('Metrics').items();
  if (queries instanceof Unknown) return [];
  return [
    ...watcher.get('MetricName').isSet() === false ? [] : [own],
    ...queries.map((query) => query.get('MetricStat')).filter((stat) => stat.isSet() === true)
      .map((stat) => ({ metric: stat.get('Metric'), statistic: stat.get('Stat'), period: stat.get('Period'), inExpression: true })),
  ];
}

function readMetric({ metric, statistic, period, inExpression }: Source): Omit<WatchedMetricFacts, 'scales'> {
  const dimensions = metric.get('Dimensions').items();
  const [service, cluster] = ['ServiceName', 'ClusterName'].map((name) => valueOf(dimensions, name));
  return {
    namespace: metric.get('Namespace').text(),
    metricName: metric.get('MetricName').text(),
    statistic: statistic.text(),
    periodSeconds: period.number(),
    dimensions: list(metric.get('Dimensions'), readDimension),
    serviceInCluster: service && cluster ? isInCluster(service, cluster) : undefined,
    containerInsights: cluster ? readReferredCluster(cluster).containerInsights : new Unknown('no dimension names a cluster'),
    inExpression,
    servicePublishesFast: service ? readPublishesFast(service, metric.get('MetricName').text()) : false,
  };
}

function valueOf(dimensions: Fact<readonly Value[]>, name: string): Value | undefined {
  if (dimensions instanceof Unknown) return undefined;
  return dimensions.find((dimension) => dimension.get('Name').text() === name)?.get('Value');
}

function readDimension(dimension: Value): DimensionFacts {
  const pieces = dimension.get('Value').pieces();
  const [first] = pieces;
  const unknown = pieces.find((piece) => piece instanceof Unknown);
  return {
    name: required(dimension.get('Name').text()),
    value: unknown ?? pieces.map((piece) => piece instanceof Reference ? `<${piece.attribute ?? 'Ref'} of ${piece.resource.logicalId}>` : piece).join(''),
    resourceType: unknown ?? (pieces.length === 1 && first instanceof Reference ? first.resource.type : undefined),
  };
}

/** Unknown where one of both is not a resource of the app. */
function isInCluster(service: Value, cluster: Value): Fact<boolean> {
  const [one, other] = [resourceIn(service, SERVICE), resourceIn(cluster, CLUSTER)];
  if (!one || !other) return new Unknown('the service or the cluster is not in this app');
  const own = one.properties.get('Cluster');
  const resource = own.resource();
  if (resource instanceof Unknown) return own.text() === other.properties.get('ClusterName').text() && typeof own.text() === 'string' ? true : resource;
  // Without a cluster, the service is in the one of the account.
  return resource === other;
}

/** Unknown where the service is not one of the app. */
function readPublishesFast(name: Value, metric: Fact<string | undefined>): Fact<boolean> {
  const service = resourceIn(name, SERVICE);
  if (!service) return new Unknown('the service is not in this app');
  const fast = readHighResolution(service.properties.at('Monitoring', 'MetricConfigurations'));
  return fast instanceof Unknown ? fast : anyOf(fast.map((one) => one instanceof Unknown || metric instanceof Unknown ? new Unknown('a metric is not known') : one === metric));
}
