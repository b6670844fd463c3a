import { Construct } from 'constructs';
import type { TargetScalingProps } from './target-scaling-props';
import { checkTargetScaling, trackTarget } from './target-tracking';
import { checkWholeNumber } from '../checks/arguments';
import { pathOf } from '../checks/path-of';
import type { IEcsWorkload } from '../workload/ecs-workload';

const METRIC = 'ECSServiceAverageCPUUtilization';

/**
 * Properties of a CpuTargetScaling.
 */
export interface CpuTargetScalingProps extends TargetScalingProps {
  /**
   * The service to scale.
   */
  readonly service: IEcsWorkload;

  /**
   * The CPU utilization that scaling keeps the tasks at on average, in percent of what the tasks reserve.
   *
   * @default 70
   */
  readonly targetUtilizationPercent?: number;
}

/**
 * Runs as many tasks as keep their average CPU utilization at a target.
 *
 * Several policies on one service share one range: it scales out when any of them wants, in when all of them do.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-autoscaling-targettracking.html
 */
export class CpuTargetScaling extends Construct {
  constructor(scope: Construct, id: string, props: CpuTargetScalingProps) {
    const targetValue = props.targetUtilizationPercent ?? 70;
    checkWholeNumber(pathOf(scope, id), 'targetUtilizationPercent', targetValue, { min: 1, max: 100, unit: 'percent' });
    checkTargetScaling(pathOf(scope, id), METRIC, props);
    super(scope, id);
    trackTarget(this, props.service, { predefinedMetricType: METRIC, targetValue }, props);
  }
}
