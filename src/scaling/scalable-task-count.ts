import type * as appscaling from 'aws-cdk-lib/aws-applicationautoscaling';
import type * as ecs from 'aws-cdk-lib/aws-ecs';
import { CfnResource, Stack } from 'aws-cdk-lib/core';
import type { ScalingRangeProps } from './scaling-range';

const ID = 'TaskCount';

/** Result of `autoScaleTaskCount`, if it was called. */
export function taskCountOf(service: ecs.BaseService): ecs.ScalableTaskCount | undefined {
  return service.node.tryFindChild(ID) as ecs.ScalableTaskCount | undefined;
}

export function cfnTargetOf(taskCount: ecs.ScalableTaskCount): appscaling.CfnScalableTarget {
  return taskCount.node.findChild('Target').node.defaultChild as appscaling.CfnScalableTarget;
}

/** Scales the count of the service by the L2's own means, so that both sides have one scalable target. */
export function newTaskCount(service: ecs.BaseService, range: Readonly<Record<'minCapacity' | 'maxCapacity', number>>): ecs.ScalableTaskCount {
  const logicalId = logicalIdOf(service);
  const taskCount = service.autoScaleTaskCount(range);
  const target = cfnTargetOf(taskCount);
  target.overrideLogicalId(logicalId);
  // Application Auto Scaling takes its service-linked role by itself.
  target.roleArn = undefined;
  return taskCount;
}

/** Another logical id would replace the scalable target of those who have one: the old one is deregistered after the new one. */
function logicalIdOf(service: ecs.BaseService): string {
  const place = new CfnResource(service, ID, { type: 'AWS::ApplicationAutoScaling::ScalableTarget' });
  const logicalId = Stack.of(service).getLogicalId(place);
  service.node.tryRemoveChild(ID);
  return logicalId;
}

/** Default of `minCapacity` in `autoScaleTaskCount`. */
export const MIN_OF_THE_L2 = 1;

/** Lets later calls of `autoScaleTaskCount`, which the L2 refuses, share the range. */
export function onFurtherCalls(
  service: ecs.BaseService, taskCount: ecs.ScalableTaskCount, share: (by: string, range: ScalingRangeProps) => void,
): void {
  service.autoScaleTaskCount = ({ minCapacity, maxCapacity }) => {
    share(taskCount.node.path, { minCapacity, maxCapacity });
    return taskCount;
  };
}
