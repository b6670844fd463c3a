import type { Construct } from 'constructs';
import { measureEvery20Seconds } from './high-resolution';
import type { TargetScalingProps } from './target-scaling-props';
import { checkTargetScaling, trackTarget, type Scaled } from './target-tracking';
import { checkWholeNumber } from '../checks/arguments';
import type { IEcsWorkload } from '../workload/ecs-workload';

/** Scaling on a percentage of the tasks' reservation, for CPU and memory. */
export interface UtilizationScalingProps extends TargetScalingProps {
  readonly service: IEcsWorkload;
  readonly targetUtilizationPercent?: number;
  readonly highResolution?: boolean;
}

export type Utilization = 'CPUUtilization' | 'MemoryUtilization';

/** Throws for properties that can't be right. */
export function checkUtilizationScaling(at: string, utilization: Utilization, props: UtilizationScalingProps): void {
  checkWholeNumber(at, 'targetUtilizationPercent', props.targetUtilizationPercent, { min: 1, max: 100, unit: 'percent' });
  checkTargetScaling(at, typeOf(utilization), props);
}

/** Keeps a utilization of the service at a percentage. */
export function scaleOnUtilization(part: Construct, utilization: Utilization, props: UtilizationScalingProps): Scaled {
  const type = typeOf(utilization);
  if (props.highResolution) measureEvery20Seconds(props.service.service, utilization);
  return trackTarget(part, props.service, {
    name: type,
    predefinedMetricSpecification: { predefinedMetricType: props.highResolution ? `${type}HighResolution` : type },
    targetValue: props.targetUtilizationPercent ?? 70,
  }, props);
}

function typeOf(utilization: Utilization): string {
  return `ECSServiceAverage${utilization}`;
}
