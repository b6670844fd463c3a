import type { IConstruct } from 'constructs';
import type { IEcsWorkload } from './ecs-workload';

/**
 * A service as scaling parts see it: its names are enough to scale it, so it can belong to another app.
 */
export interface IScalableService extends IConstruct {
  /**
   * The name of the cluster that the service runs in.
   */
  readonly clusterName: string;

  /**
   * The name of the service.
   */
  readonly serviceName: string;

  /**
   * The number of tasks, if it is set.
   */
  readonly desiredCount?: number;
}

/** Returns true for a service that this app defines: its resource can be changed. */
export function isDefinedHere(service: IScalableService): service is IEcsWorkload {
  return 'service' in service;
}
