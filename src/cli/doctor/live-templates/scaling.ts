import { orNotRead, type Resources } from './resources';
import { Unknown } from '../../../facts/fact';
import type { LiveScaling, LiveService } from '../../collect/account';
import { notRead } from '../../collect/not-read';
import type { ScalingPolicy } from '../../collect/shapes';

const SCALING = 'AWS::ApplicationAutoScaling';

/** Adds the scaling of a service. Its API spells properties as CloudFormation does. */
export function addScaling(resources: Resources, { service, scaling }: LiveService): void {
  if (scaling === undefined) return;
  const id = `scalable target of ${service.serviceArn ?? ''}`;
  if (scaling instanceof Unknown) {
    const unread = notRead(scaling.reason);
    resources.add(id, `${SCALING}::ScalableTarget`, {
      ServiceNamespace: 'ecs', ScalableDimension: unread, ResourceId: unread, MinCapacity: unread, MaxCapacity: unread, ScheduledActions: unread,
    });
    addUnreadPolicies(resources, id, scaling);
    return;
  }
  const { target, policies, schedules } = scaling;
  resources.add(id, `${SCALING}::ScalableTarget`, {
    ServiceNamespace: target.ServiceNamespace,
    ScalableDimension: target.ScalableDimension,
    ResourceId: target.ResourceId,
    MinCapacity: target.MinCapacity,
    MaxCapacity: target.MaxCapacity,
    ScheduledActions: orNotRead(schedules),
  });
  if (policies instanceof Unknown) {
    addUnreadPolicies(resources, id, policies);
    return;
  }
  for (const policy of policies) addPolicy(resources, policy, id, scaling);
}

// There may be some.
function addUnreadPolicies(resources: Resources, target: string, { reason }: Unknown): void {
  resources.add(`policies of ${target}`, `${SCALING}::ScalingPolicy`, { ServiceNamespace: 'ecs', ScalingTargetId: notRead(reason) });
}

function addPolicy(resources: Resources, policy: ScalingPolicy, target: string, { alarms }: LiveScaling): void {
  const { PolicyARN, PolicyName, PolicyType } = policy;
  const { TargetTrackingScalingPolicyConfiguration, StepScalingPolicyConfiguration, PredictiveScalingPolicyConfiguration } = policy;
  resources.add(PolicyARN, `${SCALING}::ScalingPolicy`, {
    PolicyName,
    PolicyType,
    TargetTrackingScalingPolicyConfiguration,
    StepScalingPolicyConfiguration,
    PredictiveScalingPolicyConfiguration,
    ScalingTargetId: resources.to(target),
  });
  // A step policy doesn't contain its metric: its alarm does.
  const names = policy.PolicyType === 'StepScaling' ? policy.Alarms?.map(({ AlarmName }) => AlarmName) ?? [] : [];
  for (const alarm of alarms instanceof Unknown ? [] : alarms) {
    if (!names.includes(alarm.AlarmName)) continue;
    const { AlarmArn, Namespace, MetricName, Dimensions, Metrics, Threshold, ComparisonOperator, EvaluationPeriods, DatapointsToAlarm } = alarm;
    resources.add(AlarmArn, 'AWS::CloudWatch::Alarm', {
      Namespace,
      MetricName,
      Dimensions,
      Metrics,
      Threshold,
      ComparisonOperator,
      EvaluationPeriods,
      DatapointsToAlarm,
      AlarmActions: [resources.to(PolicyARN)],
    });
  }
}
