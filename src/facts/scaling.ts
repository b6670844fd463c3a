import { NOT_SAID, Unknown, type Fact } from './fact';
import type { MetricMathFacts } from './metric-math-facts';
import type { ScheduleFacts } from './schedule-expression';
import type { WatchedMetricFacts } from './watched-metric';

export interface ScalingPolicyFacts {
  readonly name: Fact<string | undefined>;
  readonly kind: Fact<'target-tracking' | 'step' | 'predictive'>;
  /** A predefined metric such as `ECSServiceAverageCPUUtilization`, or the name of the metric of a custom metric or alarm; `undefined`: set elsewhere. */
  readonly metric: Fact<string | undefined>;
  /** Identifies the measurements, so that policies can be compared; not for messages. */
  readonly metricId: Fact<string | undefined>;
  readonly targetValue: Fact<number | undefined>;
  /** Application Auto Scaling takes 300 for ECS when it is left out. */
  readonly scaleInCooldownSeconds: Fact<number | undefined>;
  readonly scaleOutCooldownSeconds: Fact<number | undefined>;
  /** Application Auto Scaling defaults to `false`. */
  readonly scaleInDisabled: Fact<boolean>;
  /** Metric math of target tracking or of the alarm of step scaling; `undefined`: a single metric. */
  readonly math: Fact<MetricMathFacts | undefined>;
  /** A dimension `QueueName` is the URL of a queue. */
  readonly namesQueueByUrl: Fact<boolean>;
  /** The alarm that runs the steps; `undefined`: none of this app does. */
  readonly alarm: Fact<StepAlarmFacts | undefined>;
  /** Effect of the steps at 0 tasks; `undefined`: no step scaling. */
  readonly addsFromZero: Fact<boolean | undefined>;
  /** Application Auto Scaling takes `ForecastOnly` when it is left out. */
  readonly predictiveMode: Fact<'ForecastOnly' | 'ForecastAndScale' | undefined>;
  /** Configurations that it has, by the type of policy that each is for. */
  readonly configurations: Fact<readonly ('TargetTracking' | 'StepScaling' | 'PredictiveScaling')[]>;
  /** `undefined`: no step scaling. */
  readonly adjustmentType: Fact<string | undefined>;
  /** Steps of step scaling, in the order of the template. */
  readonly steps: Fact<readonly StepFacts[]>;
  /** A predefined metric of target tracking; `undefined`: a custom one, or other scaling. */
  readonly predefinedMetric: Fact<string | undefined>;
  /** The load balancer and the target group of `ALBRequestCountPerTarget`, with `<Attribute of Id>` for an attribute of a resource. */
  readonly resourceLabel: Fact<string | undefined>;
}

/** One step of step scaling. Its bounds are distances from the threshold of the alarm; `undefined`: no bound. */
export interface StepFacts {
  readonly lowerBound: Fact<number | undefined>;
  readonly upperBound: Fact<number | undefined>;
  /** Tasks, or percent of them, that it adds, or removes with a minus. */
  readonly adjustment: Fact<number | undefined>;
}

/** The alarm of a step policy. */
export interface StepAlarmFacts {
  readonly threshold: Fact<number | undefined>;
  readonly comparison: Fact<string | undefined>;
  readonly evaluationPeriods: Fact<number | undefined>;
  /** All of the periods when it is left out. */
  readonly datapointsToAlarm: Fact<number | undefined>;
  /** CloudWatch takes `true` when it is left out. */
  readonly actionsEnabled: Fact<boolean>;
}

/** A scheduled action: from then on, the service scales in this range. */
export interface ScheduledRangeFacts {
  readonly name: Fact<string>;
  readonly minCapacity: Fact<number | undefined>;
  readonly maxCapacity: Fact<number | undefined>;
}

/** A service or a target group whose metric a policy follows. */
export interface FollowedFacts {
  readonly policy: Fact<string | undefined>;
  readonly kind: 'service' | 'target group';
  /** Its logical id or its name, for messages. */
  readonly name: string;
  /** True if the policy scales this service, or a service with this target group. */
  readonly isOwn: Fact<boolean>;
}

/** Scaling of a service's desired count by Application Auto Scaling. */
export interface ScalingFacts {
  readonly minCapacity: Fact<number>;
  readonly maxCapacity: Fact<number>;
  readonly policies: Fact<readonly ScalingPolicyFacts[]>;
  readonly scheduledActions: Fact<number>;
}

/** A scalable target for the desired count of a service, which may be out of the app. */
export interface ScalableTargetFacts extends ScalingFacts {
  /** With `<ARN of …>` and `<name of …>` for what the deployment puts in. */
  readonly resourceId: Fact<string>;
  readonly scalableDimension: Fact<string>;
  readonly scheduledRanges: Fact<readonly ScheduledRangeFacts[]>;
  readonly schedulingStrategy: Fact<'REPLICA' | 'DAEMON'>;
  /** The service runs in the cluster that the resource id names. */
  readonly inNamedCluster: Fact<boolean>;
  /** CloudFormation makes it after the service of its stack that it names; `undefined`: its stack has no such service. */
  readonly serviceAwaited: Fact<boolean | undefined>;
  /** Policies of its stack that name it by the resource id and may be created before it. */
  readonly unawaitingPolicies: Fact<readonly string[]>;
  /** Schedules of the scheduled actions. */
  readonly schedules: Fact<readonly ScheduleFacts[]>;
  /** Further scalable targets of its stack for the same service. */
  readonly twins: Fact<readonly string[]>;
  /** Metrics of its own that target tracking follows. */
  readonly metrics: Fact<readonly WatchedMetricFacts[]>;
  /** Services and target groups that the single metrics of its policies are of. */
  readonly followed: Fact<readonly FollowedFacts[]>;
}

/** Fills the facts that are missing with *unknown*. */
export function scalingPolicyFacts(given: Partial<ScalingPolicyFacts> = {}, otherwise = NOT_SAID): ScalingPolicyFacts {
  const unknown = new Unknown(otherwise);
  return {
    name: unknown,
    kind: unknown,
    metric: unknown,
    metricId: unknown,
    targetValue: unknown,
    scaleInCooldownSeconds: unknown,
    scaleOutCooldownSeconds: unknown,
    scaleInDisabled: unknown,
    math: unknown,
    namesQueueByUrl: unknown,
    alarm: unknown,
    addsFromZero: unknown,
    predictiveMode: unknown,
    configurations: unknown,
    adjustmentType: unknown,
    steps: unknown,
    predefinedMetric: unknown,
    resourceLabel: unknown,
    ...given,
  };
}

/** Fills the facts that are missing with *unknown*. */
export function scalableTargetFacts(given: Partial<ScalableTargetFacts> = {}, otherwise = NOT_SAID): ScalableTargetFacts {
  const unknown = new Unknown(otherwise);
  return {
    minCapacity: unknown,
    maxCapacity: unknown,
    policies: unknown,
    scheduledActions: unknown,
    resourceId: unknown,
    scalableDimension: unknown,
    scheduledRanges: unknown,
    schedulingStrategy: unknown,
    inNamedCluster: unknown,
    serviceAwaited: unknown,
    unawaitingPolicies: unknown,
    schedules: unknown,
    twins: unknown,
    metrics: unknown,
    followed: unknown,
    ...given,
  };
}
