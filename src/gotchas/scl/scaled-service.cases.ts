import type { CfnResource, Stack } from 'aws-cdk-lib/core';
import { resource, service } from '../fixtures/case-resources';

type Properties = Readonly<Record<string, unknown>>;

/** A scalable target of a service, valid except for the arguments. */
export function scalableTarget(stack: Stack, properties: Properties = {}, ofService: Properties = {}): CfnResource {
  return resource(stack, 'Target', 'AWS::ApplicationAutoScaling::ScalableTarget', {
    ServiceNamespace: 'ecs',
    ScalableDimension: 'ecs:service:DesiredCount',
    ResourceId: `service/shop/${service(stack, ofService).getAtt('Name').toString()}`,
    MinCapacity: 2,
    MaxCapacity: 10,
    ...properties,
  });
}

/** A policy that keeps a metric at 60. */
export function tracking(stack: Stack, target: CfnResource, configuration: Properties, id = 'Policy'): CfnResource {
  return resource(stack, id, 'AWS::ApplicationAutoScaling::ScalingPolicy', {
    PolicyName: id,
    PolicyType: 'TargetTrackingScaling',
    ScalingTargetId: target.ref,
    TargetTrackingScalingPolicyConfiguration: { TargetValue: 60, ...configuration },
  });
}

/** A policy that adds or removes tasks while an alarm on a metric goes off. */
export function steps(stack: Stack, target: CfnResource, metric: Properties, id = 'Steps'): CfnResource {
  const policy = resource(stack, id, 'AWS::ApplicationAutoScaling::ScalingPolicy', {
    PolicyName: id, PolicyType: 'StepScaling', ScalingTargetId: target.ref,
  });
  resource(stack, `${id}Alarm`, 'AWS::CloudWatch::Alarm', {
    ComparisonOperator: 'GreaterThanThreshold', EvaluationPeriods: 1, Threshold: 80, AlarmActions: [policy.ref], ...metric,
  });
  return policy;
}

/** A predefined metric. */
export function predefined(type: unknown, label?: unknown): Properties {
  return { PredefinedMetricSpecification: { PredefinedMetricType: type, ResourceLabel: label } };
}

export const CPU = predefined('ECSServiceAverageCPUUtilization');
export const MEMORY = predefined('ECSServiceAverageMemoryUtilization');
