import * as ecs from 'aws-cdk-lib/aws-ecs';
import { Duration } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { agentVariables, senderVariables, unifiedTags } from './agent-variables';
import { checkDatadogAgent } from './check-datadog-agent';
import type { DatadogAgentProps } from './datadog-agent-props';
import { datadogLogs } from './datadog-logs';
import { traceProcesses } from './workload-security';
import { pathOf } from '../../checks/path-of';
import { checkPlaces } from '../../checks/same-place';
import { addSidecar } from '../add-sidecar';
import { addVariables } from '../add-variables';
import { agentHost } from '../agent-host';
import { readSidecarProps } from '../check-sidecar';
import { FireLensLogs } from '../firelens/fire-lens-logs';
import { SIDECAR_IMAGES } from '../images';
import { eachServed, waitFor } from '../task-containers';

const DOCS = 'https://docs.datadoghq.com/integrations/aws-fargate/';
const HEALTH_CHECK: ecs.HealthCheck = {
  command: ['CMD-SHELL', 'agent health'],
  interval: Duration.seconds(30),
  timeout: Duration.seconds(5),
  retries: 3,
  startPeriod: Duration.seconds(60),
};
const START_TIMEOUT = Duration.minutes(2);

/**
 * A Datadog agent beside the containers of a task, for metrics, traces, logs and Workload Protection.
 *
 * The containers find the agent by `DD_AGENT_HOST`, have the tags of the service as variables and labels, and start after the agent, so that
 * they stop before it. The key is a secret that the execution role reads. The agent is not essential: ECS starts it again when it ends.
 *
 * On Fargate the agent measures all containers of its task. On EC2 it receives traces and metrics of its task: for measurements of containers and
 * instances, run one agent on each instance with an `Ec2DaemonService`.
 *
 * Refused: a second agent, Windows, external instances, a name that the task has, memory that the task does not have.
 *
 * @see https://docs.datadoghq.com/integrations/aws-fargate/
 *
 * @example
 * new DatadogAgent(this, 'Datadog', { task: web, apiKey: ecs.Secret.fromSecretsManager(secret), service: 'shop', env: 'prod', logs: true });
 */
export class DatadogAgent extends Construct {
  /**
   * The container of the agent.
   */
  public readonly container: ecs.ContainerDefinition;

  /**
   * The log router, with `logs`.
   */
  public readonly logs?: FireLensLogs;

  /**
   * Defines a DatadogAgent.
   *
   * @param scope the construct that the new one is a part of
   * @param id the id of the new construct, unique within the scope
   * @param props its properties
   */
  constructor(scope: Construct, id: string, props: DatadogAgentProps) {
    const at = pathOf(scope, id);
    props = readSidecarProps(at, props, ['apiKey']);
    checkPlaces(scope, id, { task: props.task });
    const { task, apiKey, containerNames, containerName = 'datadog-agent', memoryReservationMiB = 256, cloudWorkloadSecurity = false } = props;
    const needs = { part: 'DatadogAgent', containerName, memoryReservationMiB, docs: DOCS };
    checkDatadogAgent(at, props, needs);
    super(scope, id);

    this.container = addSidecar(this, props, {
      ...needs,
      defaultImage: SIDECAR_IMAGES.datadogAgent,
      essential: false,
      container: {
        environment: { ...agentVariables(props), ...props.environment },
        secrets: { DD_API_KEY: apiKey },
        healthCheck: HEALTH_CHECK,
        startTimeout: cloudWorkloadSecurity ? START_TIMEOUT : undefined,
      },
    });
    if (cloudWorkloadSecurity) traceProcesses(this, props, this.container);
    const tags = unifiedTags(props);
    eachServed(task.taskDefinition, containerNames, (container) => {
      waitFor(container, this.container, ecs.ContainerDependencyCondition.START);
      addVariables(container, senderVariables(props, agentHost(container, this.container)));
      Object.entries(tags).forEach(([tag, value]) => container.addDockerLabel(`com.datadoghq.tags.${tag}`, value));
    });
    if (props.logs) this.logs = new FireLensLogs(this, 'Logs', datadogLogs(props));
  }
}
