const UTILIZATION = /^ECSServiceAverage(CPU|Memory)Utilization(HighResolution)?$/;

/** Returns true if a metric is a percentage of the reservation of a service's tasks. */
export function isUtilization(metric: string | undefined): boolean {
  return UTILIZATION.test(metric ?? '');
}

/** Returns true if a metric is measured every 20 seconds, for services that enable it. */
export function isHighResolution(metric: string | undefined): boolean {
  return isUtilization(metric) && metric !== undefined && metric.endsWith('HighResolution');
}

export const REQUESTS = 'ALBRequestCountPerTarget';
