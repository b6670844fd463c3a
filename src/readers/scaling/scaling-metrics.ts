import type { App } from '../../cloudformation/app';
import { memoize } from '../../cloudformation/memoize';
import { Reference } from '../../cloudformation/resolved';
import type { Resource } from '../../cloudformation/template';
import type { Value } from '../../cloudformation/value';
import { anyOf, orDefault, required, resourceIn, textKey } from '../../cloudformation/value-helpers';
import { Unknown, type Fact } from '../../facts/fact';
import type { MetricMathFacts } from '../../facts/metric-math-facts';
import type { ScalingPolicyFacts, StepAlarmFacts } from '../../facts/scaling';
import { table } from '../../facts/table';

type Metric = Pick<ScalingPolicyFacts, 'metric' | 'metricId'>;

/** Metric that a policy follows: of target tracking itself, of step scaling that of its alarm. */
export function readMetric(policy: Resource, isStep: boolean): Metric & Pick<ScalingPolicyFacts, 'math' | 'alarm' | 'namesQueueByUrl'> {
  const tracking = policy.properties.get('TargetTrackingScalingPolicyConfiguration');
  if (!isStep) {
    const custom = tracking.get('CustomizedMetricSpecification');
    return { ...trackedMetric(tracking), math: readMath(custom.get('Metrics')), alarm: undefined, namesQueueByUrl: readNamesQueueByUrl(custom) };
  }
  const alarm = alarmOf(policy);
  if (!alarm) return { metric: undefined, metricId: undefined, math: undefined, alarm: undefined, namesQueueByUrl: false };
  return {
    ...customMetric(alarm.properties),
    math: readMath(alarm.properties.get('Metrics')),
    alarm: readAlarm(alarm.properties),
    namesQueueByUrl: readNamesQueueByUrl(alarm.properties),
  };
}

/** The alarm that runs a step policy. */
export function alarmOf(policy: Resource): Resource | undefined {
  return alarms(policy.template.app).get(policy);
}

function trackedMetric(tracking: Value): Metric {
  const predefined = tracking.get('PredefinedMetricSpecification');
  const type = predefined.get('PredefinedMetricType').text();
  if (type === undefined) return customMetric(tracking.get('CustomizedMetricSpecification'));
  if (type instanceof Unknown) return { metric: type, metricId: type };
  const label = textKey(predefined.get('ResourceLabel'));
  return { metric: type, metricId: OF_A_SERVICE[type] ?? (label instanceof Unknown ? label : `${type} ${label}`) };
}

/** Name of a metric that ECS measures for one service, in any spelling. */
const OF_A_SERVICE: Readonly<Record<string, string | undefined>> = table({
  ECSServiceAverageCPUUtilization: 'AWS/ECS CPUUtilization',
  ECSServiceAverageCPUUtilizationHighResolution: 'AWS/ECS CPUUtilization',
  ECSServiceAverageMemoryUtilization: 'AWS/ECS MemoryUtilization',
  ECSServiceAverageMemoryUtilizationHighResolution: 'AWS/ECS MemoryUtilization',
});

// A metric or an alarm; both spell these three alike. Metric math has no name.
function customMetric(source: Value): Metric {
  const [metric, namespace, dimensions] = [source.get('MetricName').text(), source.get('Namespace').text(), source.get('Dimensions').items()];
  if (metric === undefined) return { metric, metricId: undefined };
  const parts = [namespace, metric, ...dimensions instanceof Unknown ? [dimensions] : []];
  const unknown = parts.find((part) => part instanceof Unknown);
  if (unknown || dimensions instanceof Unknown) return { metric, metricId: unknown as Unknown };
  const ofService = namespace === 'AWS/ECS' && dimensions.some((item) => item.get('Name').text() === 'ServiceName');
  const pairs = dimensions.map((item) => [item.get('Name').text(), textKey(item.get('Value'))]);
  const hidden = pairs.flat().find((part) => part instanceof Unknown);
  if (hidden && !ofService) return { metric, metricId: hidden as Unknown };
  return { metric, metricId: `${String(namespace)} ${String(metric)}${ofService ? '' : pairs.map((pair) => ` ${pair.join('=')}`).sort().join('')}` };
}

function readMath(queries: Value): Fact<MetricMathFacts | undefined> {
  const items = queries.items();
  if (items instanceof Unknown) return items;
  if (items.length === 0) return undefined;
  const isExpression = items.map((item) => item.get('Expression').isSet());
  const unclear = isExpression.find((fact) => fact instanceof Unknown);
  if (unclear) return unclear as Unknown;
  const [expressions, metrics] = [true, false].map((is) => items.filter((_, index) => isExpression[index] === is));
  return {
    metrics: metrics.map((item) => ({
      id: required(item.get('Id').text()),
      namespace: item.at('MetricStat', 'Metric', 'Namespace').text(),
      metricName: item.at('MetricStat', 'Metric', 'MetricName').text(),
      statistic: item.at('MetricStat', 'Stat').text(),
    })),
    expressions: expressions.map((item) => ({ id: required(item.get('Id').text()), expression: required(item.get('Expression').text()) })),
  };
}

/** Reads the dimensions of the metric of a policy or an alarm, and of the metrics of its expressions. */
function readNamesQueueByUrl(source: Value): Fact<boolean> {
  const queries = source.get('Metrics').items();
  if (queries instanceof Unknown) return queries;
  const lists = [source, ...queries.map((query) => query.at('MetricStat', 'Metric'))].map((metric) => metric.get('Dimensions').items());
  return anyOf(lists.flatMap((dimensions) => dimensions instanceof Unknown ? [dimensions]
    : dimensions.filter((dimension) => dimension.get('Name').text() === 'QueueName').map((dimension) => isUrl(dimension.get('Value')))));
}

/** `Ref` of a queue is its URL. */
function isUrl(value: Value): Fact<boolean> {
  const [first, ...rest] = value.pieces();
  if (first instanceof Reference) return rest.length === 0 && first.resource.type === 'AWS::SQS::Queue' && first.attribute === undefined;
  return first instanceof Unknown ? first : typeof first === 'string' && first.startsWith('https://');
}

function readAlarm(alarm: Value): StepAlarmFacts {
  return {
    threshold: alarm.get('Threshold').number(),
    comparison: alarm.get('ComparisonOperator').text(),
    evaluationPeriods: alarm.get('EvaluationPeriods').number(),
    datapointsToAlarm: alarm.get('DatapointsToAlarm').number(),
    actionsEnabled: orDefault(alarm.get('ActionsEnabled').flag(), true),
  };
}

/** The alarm that runs each step policy. */
const alarms = memoize((app: App) => {
  const found = new Map<Resource, Resource>();
  for (const alarm of app.ofType('AWS::CloudWatch::Alarm')) {
    const actions = alarm.properties.get('AlarmActions').items();
    for (const action of actions instanceof Unknown ? [] : actions) {
      const policy = resourceIn(action, 'AWS::ApplicationAutoScaling::ScalingPolicy');
      if (policy) found.set(policy, alarm);
    }
  }
  return found;
});
