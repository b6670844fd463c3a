import { known } from '../../facts/fact';
import type { WatchedMetricFacts } from '../../facts/watched-metric';
import { all, defineGotcha, each, type Finding, type Result } from '../definition';
import { badDimensions } from './dimension-checks';
import { BALANCER, ECS, INSIGHTS, meantMetric, meantNamespace, namespaceOf, QUEUES } from './metric-names';

export const obsMetricWithoutData = defineGotcha({
  id: 'obs-metric-without-data',
  title: 'An alarm or a policy on a metric that nothing publishes',
  // The service runs, and an app that runs has no error by it.
  consequence: 'misbehaves',
  symptom: 'The alarm stays in state `INSUFFICIENT_DATA`: it never warns, and the service never scales.',
  why: 'CloudWatch takes an alarm on any namespace, name and dimensions, and finds a metric only where all of them are exactly those that ECS publishes: '
    + '`AWS/ECS` with `ClusterName` and `ServiceName`, both by name. Metrics of `ECS/ContainerInsights` exist only for clusters that have Container Insights.',
  rule: 'An alarm or a policy on a metric of ECS has its namespace, its name in its exact letters, and the dimensions `ClusterName`, or `ClusterName` and `ServiceName`, with names '
    + 'and no ARNs, of a service in that cluster. One of `ECS/ContainerInsights` is for a cluster with `containerInsights`. One of `AWS/ApplicationELB` has the full names as `LoadBalancer` and `TargetGroup`, one of `AWS/SQS` the name of the queue as `QueueName`. '
    + 'A sum of percentages is a warning, and so is a period below 60 seconds, or below 20 where the service publishes the metric so often.',
  fix: 'set the namespace AWS/ECS with the dimensions ClusterName and ServiceName, both by name',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/available-metrics.html',
  levels: ['synth'],
  avoidedBy: 'Scaling parts and `DeploymentAlarms` take the service, and write its dimensions themselves.',
  subject: 'alarm',
  alsoOn: ['scalableTarget'],
  needs: ['metrics'],
  check: ({ metrics }) => each(metrics, check),
});

function check(metric: WatchedMetricFacts): readonly Result[] {
  const [namespace, name] = [known(metric.namespace), known(metric.metricName)];
  if (namespace === undefined || name === undefined) return [];
  const meant = wrongNamespace(metric, namespace, name);
  if (meant) return [meant];
  if (![ECS, INSIGHTS, BALANCER, QUEUES].includes(namespace)) return [];
  const misspelled = wrongName(namespace, name);
  if (misspelled) return [misspelled];
  const dimensions = badDimensions(metric, namespace, name);
  if (dimensions.length > 0) return dimensions;
  return all(() => withoutInsights(metric, namespace), () => sumOfPercentages(metric, namespace, name), () => tooOften(metric, namespace, name));
}

/** A namespace of the user's own may have any name that does not begin with `AWS/`, so the metric has to be one of ECS. */
function wrongNamespace({ dimensions }: WatchedMetricFacts, namespace: string, name: string): Finding | undefined {
  const meant = meantNamespace(namespace);
  if (meant === undefined) return undefined;
  const isReserved = namespace.toLowerCase().startsWith('aws/');
  const isOfEcs = namespaceOf(name) !== undefined && known(dimensions).some(({ resourceType }) => String(known(resourceType)).startsWith('AWS::ECS::'));
  if (!isReserved && !isOfEcs) return undefined;
  return { property: 'namespace', detail: `namespace (${namespace}) has no metrics of ${meant === QUEUES ? 'SQS' : 'ECS'}`, fix: `set the namespace to ${namespaceOf(name) ?? meant}` };
}

function wrongName(namespace: string, name: string): Finding | undefined {
  if (namespace === BALANCER) return undefined;
  const home = namespaceOf(name);
  if (home !== undefined && home !== namespace) {
    return { property: 'metricName', detail: `metricName (${name}) is not in namespace ${namespace}, only in ${home}`, fix: `set the namespace to ${home}, or watch a metric of ${namespace}` };
  }
  const meant = meantMetric(namespace, name);
  return meant === undefined ? undefined : { property: 'metricName', detail: `metricName (${name}) is not the name of a metric, which ${meant} is`, fix: `set metricName to ${meant}` };
}

function withoutInsights({ containerInsights }: WatchedMetricFacts, namespace: string): readonly Result[] {
  if (namespace !== INSIGHTS) return [];
  const setting = known(containerInsights);
  if (setting === 'enabled' || setting === 'enhanced') return [];
  const fix = 'set containerInsights of the cluster to enabled or enhanced';
  const property = 'containerInsights';
  if (setting === 'disabled') return [{ property, detail: 'containerInsights (disabled) of the cluster publishes no such metric', fix }];
  return [{ property, consequence: 'risk', detail: 'containerInsights (not set) of the cluster publishes the metric only in accounts that have it as their default', fix }];
}

function sumOfPercentages({ statistic, inExpression }: WatchedMetricFacts, namespace: string, name: string): readonly Result[] {
  if (namespace !== ECS || !/Utilization$|Reservation$/.test(name) || known(inExpression) || known(statistic) !== 'Sum') return [];
  return [{
    property: 'statistic',
    detail: `statistic (Sum) of ${name} adds up the percentages of all tasks and samples`,
    fix: 'set the statistic to Average',
  }];
}

function tooOften({ periodSeconds, servicePublishesFast }: WatchedMetricFacts, namespace: string, name: string): readonly Result[] {
  const period = known(periodSeconds);
  if (period === undefined || period >= 60 || (namespace === ECS && period >= 20 && known(servicePublishesFast))) return [];
  return [{
    property: 'period',
    detail: `period (${period} seconds) is shorter than the time between two values of ${name}, so most periods have no data`,
    fix: 'set the period to 60 seconds',
  }];
}
