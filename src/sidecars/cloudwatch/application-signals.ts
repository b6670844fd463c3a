import * as ecs from 'aws-cdk-lib/aws-ecs';
import { Duration, Stack } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { AGENT_PORTS } from './agent-config';
import type { ApplicationSignalsProps } from './application-signals-props';
import { checkAgent, checkRuntime, checkSignals, DOCS } from './check-signals';
import { CloudWatchAgent } from './cloudwatch-agent';
import { instrumentationOf, type Architecture, type Instrumentation } from './instrumentation';
import { ownVariable } from '../../checks/environment-variable';
import { pathOf } from '../../checks/path-of';
import { checkPlaces } from '../../checks/same-place';
import { ScratchVolume } from '../../storage/scratch-volume';
import { resourceOf } from '../../tasks/task-platform';
import { addSidecar } from '../add-sidecar';
import { addVariables } from '../add-variables';
import { agentHost } from '../agent-host';
import { readSidecarProps, type SidecarNeeds } from '../check-sidecar';
import { waitFor } from '../task-containers';

/**
 * Application Signals of CloudWatch for a container of a task, without changes to its code.
 *
 * A container that ends before the application starts copies the SDK of AWS Distro for OpenTelemetry into a volume, and the variables of
 * the container load it from there. A CloudWatchAgent receives the metrics and traces. Variables that the container has stay as they are, and
 * `NODE_OPTIONS`, `JAVA_TOOL_OPTIONS`, `PYTHONPATH` and `DOTNET_STARTUP_HOOKS` are added to. A value of these within the image is lost:
 * repeat it in `environment`.
 *
 * Application Signals must be enabled in the account once: `applicationsignals.CfnDiscovery`. Refused: Windows, external instances.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch-Application-Signals-ECS-Sidecar.html
 *
 * @example
 * new ApplicationSignals(this, 'Signals', { task: web, runtime: InstrumentedRuntime.NODE });
 */
export class ApplicationSignals extends Construct {
  /**
   * The agent that receives metrics and traces.
   */
  public readonly agent: CloudWatchAgent;

  /**
   * The container that copies the SDK before the application starts.
   */
  public readonly initContainer: ecs.ContainerDefinition;

  /**
   * Defines ApplicationSignals.
   *
   * @param scope the construct that the new one is a part of
   * @param id the id of the new construct, unique within the scope
   * @param props its properties
   */
  constructor(scope: Construct, id: string, props: ApplicationSignalsProps) {
    const at = pathOf(scope, id);
    props = readSidecarProps(at, props, ['runtime']);
    checkPlaces(scope, id, { task: props.task });
    checkRuntime(at, props.runtime);
    const { task, runtime } = props;
    const instrumentation = instrumentationOf(runtime, architectureOf(task.taskDefinition));
    const needs = initNeeds(props, instrumentation.memoryMiB);
    checkAgent(at, props, needs);
    const container = checkSignals(at, props, instrumentation);
    const options = { task, image: props.image };
    super(scope, id);

    this.initContainer = addSidecar(this, options, {
      ...needs,
      defaultImage: instrumentation.image,
      essential: false,
      // It is done once it has copied, and a copy that hangs ends the task.
      container: {
        command: [...instrumentation.copy], startTimeout: Duration.minutes(2), enableRestartPolicy: false, restartAttemptPeriod: undefined,
      },
    });
    this.mount(props, container, instrumentation);
    this.agent = props.agent ?? new CloudWatchAgent(this, 'Agent', { task, applicationSignals: true, containerNames: [container.containerName] });
    waitFor(container, this.initContainer, ecs.ContainerDependencyCondition.SUCCESS);
    waitFor(container, this.agent.container, ecs.ContainerDependencyCondition.START);
    this.instrument(props, container, instrumentation);
  }

  private mount({ task }: ApplicationSignalsProps, container: ecs.ContainerDefinition, { path, volumeName }: Instrumentation): void {
    const sdk = new ScratchVolume(this, volumeName, { task, containerName: this.initContainer.containerName, containerPath: path });
    sdk.alsoMount({ containerName: container.containerName, containerPath: path, readOnly: true });
  }

  private instrument(props: ApplicationSignalsProps, container: ecs.ContainerDefinition, { variables, extended }: Instrumentation): void {
    const host = agentHost(container, this.agent.container);
    if (props.environmentName !== undefined) {
      const own = ownVariable(container, 'OTEL_RESOURCE_ATTRIBUTES');
      container.addEnvironment('OTEL_RESOURCE_ATTRIBUTES', [...own ? [own] : [], `deployment.environment.name=${props.environmentName}`].join(','));
    }
    container.addEnvironment(extended.variable, extended.with(ownVariable(container, extended.variable)));
    addVariables(container, {
      OTEL_SERVICE_NAME: props.serviceName ?? props.task.node.path,
      OTEL_AWS_APPLICATION_SIGNALS_ENABLED: 'true',
      OTEL_AWS_APPLICATION_SIGNALS_EXPORTER_ENDPOINT: `http://${host}:${AGENT_PORTS.signals}/v1/metrics`,
      OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: `http://${host}:${AGENT_PORTS.signals}/v1/traces`,
      OTEL_EXPORTER_OTLP_PROTOCOL: 'http/protobuf',
      OTEL_TRACES_EXPORTER: 'otlp',
      OTEL_METRICS_EXPORTER: 'none',
      OTEL_LOGS_EXPORTER: 'none',
      OTEL_TRACES_SAMPLER: 'xray',
      OTEL_TRACES_SAMPLER_ARG: `endpoint=http://${host}:${AGENT_PORTS.sampling}`,
      OTEL_PROPAGATORS: 'tracecontext,baggage,xray',
      // Follows Application Signals otherwise, and writes to log groups of its own, which takes more permissions.
      OTEL_AWS_SERVICE_EVENTS_ENABLED: 'false',
      ...variables,
    });
  }
}

/** The container that copies the SDK; a task has one for each container that is instrumented. */
function initNeeds({ task, containerName }: ApplicationSignalsProps, memoryReservationMiB: number): SidecarNeeds {
  const name = containerName ?? task.mainContainer.containerName;
  return {
    part: `ApplicationSignals of '${name}'`,
    containerName: name === task.mainContainer.containerName ? 'opentelemetry-init' : `opentelemetry-init-${name}`,
    memoryReservationMiB,
    docs: DOCS,
  };
}

/** The processor of a task. X86_64 is the default of Fargate. */
function architectureOf(taskDefinition: ecs.TaskDefinition): Architecture {
  const platform = Stack.of(taskDefinition).resolve(resourceOf(taskDefinition).runtimePlatform) as { readonly cpuArchitecture?: unknown } | undefined;
  return platform?.cpuArchitecture === 'ARM64' ? 'ARM64' : 'X86_64';
}
