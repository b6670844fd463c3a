import type { Node } from 'constructs';
import type { Utilization } from './utilization-scaling';
import { refuse } from '../gotchas/enforce';
import { cfnServiceOf } from '../workload/cfn-service';
import { isDefinedHere, type IScalableService } from '../workload/scalable-service';

/** Metrics that are measured at high resolution, by the place of their service in the tree. */
const MEASURED = new WeakMap<Node, Set<Utilization>>();

/** Throws for a service of another app: the resource of the service sets how often ECS measures. */
export function checkHighResolution(at: string, service: IScalableService): void {
  if (isDefinedHere(service)) return;
  refuse({
    headline: `highResolution (true) is set by the app that defines the service, and service (${service.node.path}) is imported`,
    at,
    property: 'highResolution',
    fix: 'remove highResolution, or scale the service in the app that defines it',
    docs: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/target-tracking-faster-auto-scaling.html',
  });
}

/** Has ECS publish a metric of the service every 20 seconds. By override: the lowest CDK has no type for it. */
export function measureEvery20Seconds(service: IScalableService, utilization: Utilization): void {
  if (!isDefinedHere(service)) return;
  const { node } = service.service;
  const names = MEASURED.get(node) ?? new Set();
  MEASURED.set(node, names.add(utilization));
  cfnServiceOf(service.service).addPropertyOverride('Monitoring.MetricConfigurations', [
    { MetricNames: [...names].sort(), ResolutionSeconds: 20 },
  ]);
}

/** Returns true if a part of this service makes ECS publish a metric every 20 seconds. */
export function isMeasuredEvery20Seconds(service: IScalableService, utilization: Utilization): boolean {
  return isDefinedHere(service) && (MEASURED.get(service.service.node)?.has(utilization) ?? false);
}
