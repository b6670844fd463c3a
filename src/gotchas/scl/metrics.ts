const UTILIZATION = /^ECSServiceAverage(CPU|Memory)Utilization(HighResolution)?$/;

/** Whether a metric is a percentage of what the tasks of a service reserve. */
export function isUtilization(metric: string | undefined): boolean {
  return UTILIZATION.test(metric ?? '');
}

/** Whether a metric is measured every 20 seconds, for services that ask for it. */
export function isHighResolution(metric: string | undefined): boolean {
  return isUtilization(metric) && metric !== undefined && metric.endsWith('HighResolution');
}

export const REQUESTS = 'ALBRequestCountPerTarget';
