import type * as ecs from 'aws-cdk-lib/aws-ecs';
import type { SidecarOptions } from '../sidecar-options';

/**
 * Properties of a DatadogAgent.
 */
export interface DatadogAgentProps extends SidecarOptions {
  /**
   * The API key. The execution role can read this secret.
   */
  readonly apiKey: ecs.Secret;

  /**
   * The Datadog site of the account.
   *
   * @default 'datadoghq.com'
   * @see https://docs.datadoghq.com/getting_started/site/
   */
  readonly site?: string;

  /**
   * The tag `service` of traces, metrics and logs.
   *
   * @default - the id of the service or task in the app: `Web`
   * @see https://docs.datadoghq.com/getting_started/tagging/unified_service_tagging/
   */
  readonly service?: string;

  /**
   * The tag `env`, such as `prod`.
   *
   * @default - no tag
   */
  readonly env?: string;

  /**
   * The tag `version`.
   *
   * @default - no tag
   */
  readonly version?: string;

  /**
   * Further tags of all that the agent sends, without commas and spaces.
   *
   * @default - none
   */
  readonly tags?: { [name: string]: string };

  /**
   * True if the agent receives traces, on TCP port 8126.
   *
   * @default true
   */
  readonly apm?: boolean;

  /**
   * True if the agent receives metrics of DogStatsD, on UDP port 8125.
   *
   * @default true
   */
  readonly dogstatsd?: boolean;

  /**
   * True if the containers log to Datadog, through a log router that the part adds: `FireLensLogs`.
   *
   * @default false
   */
  readonly logs?: boolean;

  /**
   * The technology that writes the logs, such as `nodejs`: Datadog chooses the pipeline for the logs by it.
   *
   * @default - none
   */
  readonly logSource?: string;

  /**
   * True if the agent reports what the processes of the containers do (Workload Protection). Fargate only.
   *
   * A program of Datadog starts the containers and traces them, so each needs an `entryPoint`, and gets the capability `SYS_PTRACE`. The
   * containers of the task share their processes (`pidMode`), and start when the agent is healthy.
   *
   * @default false
   * @see https://docs.datadoghq.com/security/workload_protection/setup/fargate/
   */
  readonly cloudWorkloadSecurity?: boolean;

  /**
   * The containers that send to the agent.
   *
   * @default - all containers of the task, except those of other parts of this library
   */
  readonly containerNames?: string[];

  /**
   * The name of the agent.
   *
   * @default 'datadog-agent'
   */
  readonly containerName?: string;

  /**
   * The memory kept for the agent, in MiB.
   *
   * @default 256
   */
  readonly memoryReservationMiB?: number;

  /**
   * Further environment variables of the agent. One that the part sets is refused.
   *
   * @default - none
   * @see https://docs.datadoghq.com/agent/guide/environment-variables/
   */
  readonly environment?: { [name: string]: string };
}
