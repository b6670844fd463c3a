import * as appscaling from 'aws-cdk-lib/aws-applicationautoscaling';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as iam from 'aws-cdk-lib/aws-iam';
import { CfnResource, Stack } from 'aws-cdk-lib/core';
import type { Construct, IConstruct } from 'constructs';
import type { Bound } from './range-claims';
import type { ScalingRangeProps } from './scaling-range';
import { isDefinedHere, type IScalableService } from '../workload/scalable-service';

const ID = 'TaskCount';

type Range = Readonly<Record<Bound, number>>;

/** The construct of the CDK that a service is, here or as an import. */
export function scaledOf(service: IScalableService): IConstruct {
  return isDefinedHere(service) ? service.service : service;
}

/** Result of `autoScaleTaskCount`, if it was called. */
export function taskCountOf(service: IConstruct): ecs.ScalableTaskCount | undefined {
  return service.node.tryFindChild(ID) as ecs.ScalableTaskCount | undefined;
}

export function cfnTargetOf(taskCount: ecs.ScalableTaskCount): appscaling.CfnScalableTarget {
  return taskCount.node.findChild('Target').node.defaultChild as appscaling.CfnScalableTarget;
}

/** Scales the count of a service. */
export function newTaskCount(service: IScalableService, range: Range): ecs.ScalableTaskCount {
  const taskCount = isDefinedHere(service) ? countOfTheL2(service.service, range) : countByName(service, range);
  const target = cfnTargetOf(taskCount);
  // Application Auto Scaling takes its service-linked role by itself.
  target.roleArn = undefined;
  return taskCount;
}

/** By the L2's own means, so that both sides have one scalable target. */
function countOfTheL2(service: ecs.BaseService, range: Range): ecs.ScalableTaskCount {
  const logicalId = logicalIdOf(service);
  const taskCount = service.autoScaleTaskCount(range);
  cfnTargetOf(taskCount).overrideLogicalId(logicalId);
  return taskCount;
}

function countByName(service: IScalableService, range: Range): ecs.ScalableTaskCount {
  const scope: Construct = service;
  return new ecs.ScalableTaskCount(scope, ID, {
    ...range,
    serviceNamespace: appscaling.ServiceNamespace.ECS,
    resourceId: `service/${service.clusterName}/${service.serviceName}`,
    dimension: 'ecs:service:DesiredCount',
    role: iam.Role.fromRoleArn(scope, 'ScalingRole', Stack.of(service).formatArn({
      service: 'iam',
      region: '',
      resource: 'role',
      resourceName: 'aws-service-role/ecs.application-autoscaling.amazonaws.com/AWSServiceRoleForApplicationAutoScaling_ECSService',
    })),
  });
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
