/** What ECS tells a function that it waits for. */
export interface HookEvent {
  /** The deployment of the service: …:service-deployment/cluster/service/id */
  readonly resourceArn: string;
  readonly lifecycleStage: string;
  readonly executionDetails: {
    readonly serviceArn: string;
    readonly targetServiceRevisionArn: string;
  };
  /** What the answer before had of them. */
  readonly hookDetails?: Memory;
}

/** What has to be known again when ECS asks again. All of it can be found out anew, if an answer is lost. */
export interface Memory {
  readonly taskArn?: string;
  /** When ECS asked first, in milliseconds. */
  readonly since?: number;
}

/** What ECS expects to hear. */
export interface HookAnswer {
  readonly hookStatus: 'SUCCEEDED' | 'FAILED' | 'IN_PROGRESS';
  /** In seconds. */
  readonly callBackDelay?: number;
  readonly hookDetails?: Memory;
}
