import type { Construct } from 'constructs';
import { checkHighResolution, measureEvery20Seconds } from './high-resolution';
import type { TargetScalingProps } from './target-scaling-props';
import { checkTargetScaling, trackTarget, type Scaled } from './target-tracking';
import { checkWholeNumber } from '../checks/arguments';
import type { IScalableService } from '../workload/scalable-service';

/** Scaling on a percentage of the tasks' reservation, for CPU and memory. */
export interface UtilizationScalingProps extends TargetScalingProps {
  readonly service: IScalableService;
  readonly targetUtilizationPercent?: number;
  readonly highResolution?: boolean;
}

export type Utilization = 'CPUUtilization' | 'MemoryUtilization';

/** Throws for properties that can't be right. */
export function checkUtilizationScaling(at: string, utilization: Utilization, props: UtilizationScalingProps): void {
  checkWholeNumber(at, 'targetUtilizationPercent', props.targetUtilizationPercent, { min: 1, max: 100, unit: 'percent' });
  if (props.highResolution) checkHighResolution(at, props.service);
  checkTargetScaling(at, typeOf(utilization), props);
}

/** Keeps a utilization of the service at a percentage. */
export function scaleOnUtilization(part: Construct, utilization: Utilization, props: UtilizationScalingProps): Scaled {
  const type = typeOf(utilization);
  if (props.highResolution) measureEvery20Seconds(props.service, utilization);
  return trackTarget(part, props.service, {
    name: type,
    predefinedMetricSpecification: { predefinedMetricType: props.highResolution ? `${type}HighResolution` : type },
    targetValue: props.targetUtilizationPercent ?? 70,
  }, props);
}

function typeOf(utilization: Utilization): string {
  return `ECSServiceAverage${utilization}`;
}
