import type * as appscaling from 'aws-cdk-lib/aws-applicationautoscaling';
import { Construct } from 'constructs';
import type { TargetScalingProps } from './target-scaling-props';
import { checkUtilizationScaling, scaleOnUtilization } from './utilization-scaling';
import { readScalingProps } from '../checks/check-workload';
import { pathOf } from '../checks/path-of';
import { checkPlaces } from '../checks/same-place';
import type { IScalableService } from '../workload/scalable-service';

/**
 * Properties of a CpuTargetScaling.
 */
export interface CpuTargetScalingProps extends TargetScalingProps {
  /**
   * The service to scale.
   */
  readonly service: IScalableService;

  /**
   * The CPU utilization that scaling keeps the tasks at on average, in percent of what the tasks reserve.
   *
   * @default 70
   */
  readonly targetUtilizationPercent?: number;

  /**
   * If true, ECS measures CPU every 20 seconds instead of every 60, and scaling follows it. AWS measured 86 seconds instead
   * of 363 from a load to the scale-out. CloudWatch bills it as detailed monitoring.
   *
   * @default false
   * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/target-tracking-faster-auto-scaling.html
   */
  readonly highResolution?: boolean;
}

/**
 * Runs as many tasks as keep their average CPU utilization at a target.
 *
 * Several policies on one service share one range: it scales out when any of them wants, in when all of them do.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-autoscaling-targettracking.html
 *
 * @example
 * new CpuTargetScaling(this, 'CpuScaling', {
 *   service: web,
 *   targetUtilizationPercent: 70,
 *   minCapacity: 2,
 *   maxCapacity: 10,
 * });
 */
export class CpuTargetScaling extends Construct {
  /**
   * The target tracking policy.
   */
  public readonly policy: appscaling.CfnScalingPolicy;

  /**
   * The scalable target of the service, which all its scaling parts share.
   */
  public readonly scalableTarget: appscaling.CfnScalableTarget;

  /**
   * Defines a CpuTargetScaling.
   *
   * @param scope the construct that the new one is a part of
   * @param id the id of the new construct, unique within the scope
   * @param props its properties
   */
  constructor(scope: Construct, id: string, props: CpuTargetScalingProps) {
    props = readScalingProps(pathOf(scope, id), props);
    checkPlaces(scope, id, { service: props.service });
    checkUtilizationScaling(pathOf(scope, id), 'CPUUtilization', props);
    super(scope, id);
    const { policy, scalableTarget } = scaleOnUtilization(this, 'CPUUtilization', props);
    this.policy = policy;
    this.scalableTarget = scalableTarget;
  }
}
