import { Construct } from 'constructs';
import type { TargetScalingProps } from './target-scaling-props';
import { checkTargetScaling, trackTarget } from './target-tracking';
import { checkWholeNumber } from '../checks/arguments';
import { pathOf } from '../checks/path-of';
import type { IEcsWorkload } from '../workload/ecs-workload';

const METRIC = 'ECSServiceAverageMemoryUtilization';

/**
 * Properties of a MemoryTargetScaling.
 */
export interface MemoryTargetScalingProps extends TargetScalingProps {
  /**
   * The service to scale.
   */
  readonly service: IEcsWorkload;

  /**
   * The Memory utilization that scaling keeps the tasks at on average, in percent of what the tasks reserve.
   *
   * @default 70
   */
  readonly targetUtilizationPercent?: number;
}

/**
 * Runs as many tasks as keep their average Memory utilization at a target.
 *
 * Several policies on one service share one range: it scales out when any of them wants, in when all of them do.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-autoscaling-targettracking.html
 */
export class MemoryTargetScaling extends Construct {
  constructor(scope: Construct, id: string, props: MemoryTargetScalingProps) {
    const targetValue = props.targetUtilizationPercent ?? 70;
    checkWholeNumber(pathOf(scope, id), 'targetUtilizationPercent', targetValue, { min: 1, max: 100, unit: 'percent' });
    checkTargetScaling(pathOf(scope, id), METRIC, props);
    super(scope, id);
    trackTarget(this, props.service, { predefinedMetricType: METRIC, targetValue }, props);
  }
}
