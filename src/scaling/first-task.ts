import { CfnScalingPolicy, type CfnScalableTarget } from 'aws-cdk-lib/aws-applicationautoscaling';
import { Stack } from 'aws-cdk-lib/core';

/** Metrics that have no value where no task runs. */
const METRICS_OF_TASKS: readonly unknown[] = ['ECSServiceAverageCPUUtilization', 'ECSServiceAverageMemoryUtilization', 'ALBRequestCountPerTarget'];

/** True if a scalable target has policies, and all of them follow a metric of its tasks: none of them starts the first task. */
export function needsTasks(target: CfnScalableTarget): boolean {
  const stack = Stack.of(target);
  const actions: unknown = stack.resolve(target.scheduledActions);
  if (Array.isArray(actions) && actions.length > 0) return false;
  const id = JSON.stringify(stack.resolve(target.ref));
  const policies = target.node.root.node.findAll().filter((node): node is CfnScalingPolicy =>
    CfnScalingPolicy.isCfnScalingPolicy(node) && JSON.stringify(stack.resolve(node.scalingTargetId)) === id);
  return policies.length > 0 && policies.every((policy) => METRICS_OF_TASKS.includes(metricOf(policy)));
}

function metricOf({ stack, targetTrackingScalingPolicyConfiguration }: CfnScalingPolicy): unknown {
  const configuration = stack.resolve(targetTrackingScalingPolicyConfiguration) as
    CfnScalingPolicy.TargetTrackingScalingPolicyConfigurationProperty | undefined;
  return (configuration?.predefinedMetricSpecification as CfnScalingPolicy.PredefinedMetricSpecificationProperty | undefined)?.predefinedMetricType;
}
