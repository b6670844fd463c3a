/** How a load balancer finds out about tasks, and lets go of them. */
export interface TargetSettings {
  readonly intervalSeconds: number;
  readonly healthyThreshold: number;
  readonly unhealthyThreshold: number;
  readonly deregistrationDelaySeconds: number;
  /** Network Load Balancers take 10 minutes more for each shift of traffic. */
  readonly onNetworkBalancer?: boolean;
}

/** How traffic gets from the old tasks to the new ones, where it isn't task by task. */
export interface ShiftSettings {
  /** Shares of the traffic on the way to all of it, in percent; none: all at once. */
  readonly stepPercent?: number;
  /** How long a step is watched before the next one. */
  readonly stepBakeSeconds: number;
  /** How long both colours run after the last step. */
  readonly bakeSeconds: number;
  /** Whether test traffic is shifted before. */
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
