import type { Template } from 'aws-cdk-lib/assertions';
import type { AlarmSettings } from '../../src/simulation/alarm';
import type { MetricName, MetricQuery, Statistic } from '../../src/simulation/metric-store';
import type { Policy } from '../../src/simulation/policy';
import type { ScalingSettings } from '../../src/simulation/scalable-target';

/** A query as a template has it, in a policy or in an alarm. */
interface Query {
  readonly Id: string;
  readonly Expression?: string;
  readonly MetricStat?: { readonly Metric: { readonly MetricName: string }; readonly Stat: Statistic; readonly Period?: number };
}

const NAMES: Readonly<Record<string, MetricName>> = {
  ApproximateNumberOfMessagesVisible: 'visible',
  ApproximateNumberOfMessagesNotVisible: 'inFlight',
  CPUUtilization: 'cpu',
};

const COMPARISONS: Readonly<Record<string, AlarmSettings['comparison']>> = {
  GreaterThanOrEqualToThreshold: '>=', GreaterThanThreshold: '>', LessThanOrEqualToThreshold: '<=', LessThanThreshold: '<',
};

/** Application Auto Scaling has this default for services of ECS. */
const COOLDOWN_OF_ECS_SECONDS = 300;

/** Scaling of the only service of a template, for the simulator. */
export function scalingOf(template: Template): ScalingSettings {
  const [{ Properties: target }] = Object.values(template.findResources('AWS::ApplicationAutoScaling::ScalableTarget'));
  const policies = Object.entries(template.findResources('AWS::ApplicationAutoScaling::ScalingPolicy'));
  return {
    minCapacity: target.MinCapacity,
    maxCapacity: target.MaxCapacity,
    policies: policies.map(([id, { Properties }]) => (Properties.PolicyType === 'StepScaling' ? stepsOf(template, id, Properties) : trackingOf(id, Properties))),
  };
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- A template has no types.
type Properties = any;

function trackingOf(name: string, { TargetTrackingScalingPolicyConfiguration: tracking }: Properties): Policy {
  return {
    kind: 'target-tracking',
    name,
    ...tracking.CustomizedMetricSpecification
      ? mathOf(tracking.CustomizedMetricSpecification.Metrics)
      : { metrics: { cpu: { metric: 'cpu', statistic: 'Average' } }, expression: 'cpu' },
    periodSeconds: 60,
    targetValue: tracking.TargetValue,
    scaleOutCooldownSeconds: tracking.ScaleOutCooldown ?? COOLDOWN_OF_ECS_SECONDS,
    scaleInCooldownSeconds: tracking.ScaleInCooldown ?? COOLDOWN_OF_ECS_SECONDS,
    disableScaleIn: tracking.DisableScaleIn,
  };
}

function stepsOf(template: Template, name: string, { StepScalingPolicyConfiguration: steps }: Properties): Policy {
  const alarms = Object.values(template.findResources('AWS::CloudWatch::Alarm'));
  const alarm = alarms.find(({ Properties }) => Properties.AlarmActions[0].Ref === name)!.Properties;
  const queries = alarm.Metrics ?? [{ Id: 'one', MetricStat: { Metric: alarm, Stat: alarm.Statistic, Period: alarm.Period } }];
  return {
    kind: 'step',
    name,
    alarm: {
      ...mathOf(queries),
      periodSeconds: queries.find(({ MetricStat }: Query) => MetricStat).MetricStat.Period,
      comparison: COMPARISONS[alarm.ComparisonOperator],
      threshold: alarm.Threshold,
      evaluationPeriods: alarm.EvaluationPeriods,
      datapointsToAlarm: alarm.DatapointsToAlarm ?? alarm.EvaluationPeriods,
      missingData: alarm.TreatMissingData ?? 'missing',
    },
    adjustment: steps.AdjustmentType,
    steps: steps.StepAdjustments.map(({ MetricIntervalLowerBound, MetricIntervalUpperBound, ScalingAdjustment }: Properties) => ({
      lower: MetricIntervalLowerBound, upper: MetricIntervalUpperBound, change: ScalingAdjustment,
    })),
    cooldownSeconds: steps.Cooldown ?? COOLDOWN_OF_ECS_SECONDS,
  };
}

/** The simulator has one expression: those that it uses are put into their places. */
function mathOf(queries: readonly Query[]): Pick<AlarmSettings, 'metrics' | 'expression'> {
  const stats = queries.flatMap(({ Id, MetricStat }) => (MetricStat ? [[Id, queryOf(MetricStat)] as const] : []));
  const expressions = queries.flatMap(({ Id, Expression }) => (Expression === undefined ? [] : [{ Id, Expression }]));
  const expression = expressions.reduceRight((text, { Id, Expression }) => (text === '' ? Expression : text.replace(new RegExp(`\\b${Id}\\b`, 'g'), `(${Expression})`)), '');
  return { metrics: Object.fromEntries(stats), expression: expression || queries[0].Id };
}

function queryOf({ Metric, Stat }: NonNullable<Query['MetricStat']>): MetricQuery {
  return { metric: NAMES[Metric.MetricName], statistic: Stat };
}
