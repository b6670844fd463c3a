import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as logs from 'aws-cdk-lib/aws-logs';
import { RemovalPolicy } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { AGENT_PORTS, agentConfig } from './agent-config';
import { agentPermissions } from './agent-permissions';
import { AGENT_NEEDS, checkAgent } from './check-agent';
import type { CloudWatchAgentProps } from './cloudwatch-agent-props';
import { pathOf } from '../../checks/path-of';
import { checkPlaces } from '../../checks/same-place';
import { grantBeforeStart } from '../../tasks/grant-before-start';
import { addSidecar } from '../add-sidecar';
import { addVariables } from '../add-variables';
import { agentHost } from '../agent-host';
import { readSidecarProps } from '../check-sidecar';
import { configText } from '../config-text';
import { SIDECAR_IMAGES } from '../images';
import { mergeConfig } from '../merge-config';
import { eachServed, waitFor } from '../task-containers';

/**
 * A CloudWatch agent beside the containers of a task, for metrics of StatsD, metrics in the embedded format, and Application Signals.
 *
 * The containers find it by environment variables, and start after it, so that they stop before it. The task role can do what the
 * configuration sends, and nothing else of the managed policy `CloudWatchAgentServerPolicy`. The agent starts again when it ends.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Generation_CloudWatch_Agent.html
 *
 * @example
 * new CloudWatchAgent(this, 'Metrics', { task: web, statsd: { namespace: 'Shop/Web' } });
 */
export class CloudWatchAgent extends Construct {
  /**
   * The container of the agent.
   */
  public readonly container: ecs.ContainerDefinition;

  /**
   * True if the agent receives metrics and traces of Application Signals.
   */
  public readonly applicationSignals: boolean;

  /**
   * The log group that carries metrics in the embedded metric format, if the agent receives such.
   */
  public readonly emfLogGroup?: logs.ILogGroup;

  /**
   * Defines a CloudWatchAgent.
   *
   * @param scope the construct that the new one is a part of
   * @param id the id of the new construct, unique within the scope
   * @param props its properties
   */
  constructor(scope: Construct, id: string, props: CloudWatchAgentProps) {
    const at = pathOf(scope, id);
    props = readSidecarProps(at, props);
    checkPlaces(scope, id, { task: props.task });
    const needs = { ...AGENT_NEEDS, containerName: props.containerName ?? AGENT_NEEDS.containerName };
    checkAgent(at, props, needs);
    super(scope, id);

    const { task, statsd, emf } = props;
    this.applicationSignals = props.applicationSignals ?? false;
    this.emfLogGroup = emf && (emf.logGroup ?? new logs.LogGroup(this, 'MetricsLogGroup', {
      retention: logs.RetentionDays.ONE_MONTH,
      removalPolicy: RemovalPolicy.RETAIN,
    }));
    const config = mergeConfig(agentConfig({
      statsdNamespace: statsd?.namespace,
      statsdSeconds: statsd?.aggregationInterval?.toSeconds(),
      emf: emf !== undefined,
      applicationSignals: this.applicationSignals,
    }), props.config ?? {});
    this.container = addSidecar(this, props, {
      ...needs,
      defaultImage: SIDECAR_IMAGES.cloudWatchAgent,
      essential: false,
      container: { environment: { CW_CONFIG_CONTENT: configText(this, config) } },
    });
    const permissions = agentPermissions(this, config, this);
    if (permissions.length > 0) grantBeforeStart(this, task, needs.containerName, ...permissions);
    eachServed(task.taskDefinition, props.containerNames, (container) => {
      waitFor(container, this.container, ecs.ContainerDependencyCondition.START);
      addVariables(container, this.variablesFor(agentHost(container, this.container), statsd !== undefined));
    });
  }

  private variablesFor(host: string, statsd: boolean): Readonly<Record<string, string>> {
    return {
      ...statsd ? { STATSD_HOST: host, STATSD_PORT: `${AGENT_PORTS.statsd}` } : {},
      ...this.emfLogGroup ? { AWS_EMF_AGENT_ENDPOINT: `tcp://${host}:${AGENT_PORTS.emf}`, AWS_EMF_LOG_GROUP_NAME: this.emfLogGroup.logGroupName } : {},
    };
  }
}
