/** Health check and draining of tasks by a load balancer. */
export interface TargetSettings {
  readonly intervalSeconds: number;
  readonly healthyThreshold: number;
  readonly unhealthyThreshold: number;
  readonly deregistrationDelaySeconds: number;
  /** Network Load Balancers take 10 minutes more for each shift of traffic. */
  readonly onNetworkBalancer?: boolean;
}

/** Shift of traffic from the old tasks to the new ones, where it isn't task by task. */
export interface ShiftSettings {
  /** Shares of the traffic on the way to all of it, in percent; none: all at once. */
  readonly stepPercent?: number;
  /** Bake time of each step before the next one. */
  readonly stepBakeSeconds: number;
  /** Bake time of both revisions after the last step. */
  readonly bakeSeconds: number;
  /** True if test traffic is shifted first. */
  readonly hasTestRoute: boolean;
}

/** All of a service that decides how long a deployment takes. */
export interface DeploymentSettings {
  readonly tasks: number;
  readonly minHealthyPercent: number;
  readonly maxHealthyPercent: number;
  readonly targets: readonly TargetSettings[];
  /** Intervals of the health checks of its essential containers. */
  readonly containerCheckIntervals: readonly number[];
  /** The longest a container may take to end. */
  readonly stopTimeoutSeconds: number;
  /** `undefined`: a rolling deployment. */
  readonly shift?: ShiftSettings;
  /** The deployment counts as done before the old tasks are gone. */
  readonly leavesOldTasks?: boolean;
}
