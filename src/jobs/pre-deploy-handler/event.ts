/** Event of ECS for a function that it waits for. */
export interface HookEvent {
  /** The deployment of the service: …:service-deployment/cluster/service/id */
  readonly resourceArn: string;
  readonly lifecycleStage: string;
  readonly executionDetails: {
    readonly serviceArn: string;
    readonly targetServiceRevisionArn: string;
  };
  /** Details that the previous answer returned. */
  readonly hookDetails?: Memory;
}

/** State between two calls of ECS. All of it can be read again if an answer is lost. */
export interface Memory {
  readonly taskArn?: string;
  /** Time of the first call, in milliseconds. */
  readonly since?: number;
}

/** Answer that ECS expects. */
export interface HookAnswer {
  readonly hookStatus: 'SUCCEEDED' | 'FAILED' | 'IN_PROGRESS';
  /** In seconds. */
  readonly callBackDelay?: number;
  readonly hookDetails?: Memory;
}
