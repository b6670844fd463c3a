import type * as ecs from 'aws-cdk-lib/aws-ecs';
import type { Utilization } from './utilization-scaling';
import { cfnServiceOf } from '../workload/cfn-service';

/** Metrics that are measured at high resolution. */
const MEASURED = new WeakMap<ecs.BaseService, Set<Utilization>>();

/** Has ECS publish a metric of the service every 20 seconds. By override: the lowest CDK has no type for it. */
export function measureEvery20Seconds(service: ecs.BaseService, utilization: Utilization): void {
  const names = MEASURED.get(service) ?? new Set();
  MEASURED.set(service, names.add(utilization));
  cfnServiceOf(service).addPropertyOverride('Monitoring.MetricConfigurations', [
    { MetricNames: [...names].sort(), ResolutionSeconds: 20 },
  ]);
}

/** Returns true if a part of this service makes ECS publish a metric every 20 seconds. */
export function isMeasuredEvery20Seconds(service: ecs.BaseService, utilization: Utilization): boolean {
  return MEASURED.get(service)?.has(utilization) ?? false;
}
