import * as ecs from 'aws-cdk-lib/aws-ecs';
import { Stack, Token } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { checkCollector } from './check-collector';
import { collectorConfig, OTLP_PORTS, signalsWithout, softMemoryMiB, type Signal } from './collector-config';
import type { OtelCollectorProps } from './otel-collector-props';
import type { DefinedExporter } from './otel-exporter';
import type { OtelPipeline } from './otel-pipeline';
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

/** Room for a service of some hundred requests per second. */
const MEMORY_MIB = 256;

/**
 * A collector of OpenTelemetry beside the containers of a task: it receives their traces, metrics and logs, and sends them on.
 *
 * It is the collector of AWS Distro for OpenTelemetry. The containers find it by the variables that the SDKs of OpenTelemetry read, and
 * start after it, so that they stop before it. The task role can write to the destinations of the pipelines, and to nothing else. The
 * collector refuses data before it fills its memory, and starts again when it ends.
 *
 * The configuration is the variable `AOT_CONFIG_CONTENT`: the task definition has up to 64 KiB, a parameter of Systems Manager 8 KiB.
 *
 * @see https://aws-otel.github.io/docs/setup/ecs
 *
 * @example
 * new OtelCollector(this, 'Collector', {
 *   task: web,
 *   pipelines: [OtelPipeline.xray(), OtelPipeline.cloudWatch({ namespace: 'Shop/Web' })],
 * });
 */
export class OtelCollector extends Construct {
  /**
   * The container of the collector.
   */
  public readonly container: ecs.ContainerDefinition;

  /**
   * Defines an OtelCollector.
   *
   * @param scope the construct that the new one is a part of
   * @param id the id of the new construct, unique within the scope
   * @param props its properties
   */
  constructor(scope: Construct, id: string, props: OtelCollectorProps) {
    const at = pathOf(scope, id);
    props = readSidecarProps(at, props, ['pipelines']);
    checkPlaces(scope, id, { task: props.task });
    const needs = {
      part: 'OtelCollector',
      containerName: props.containerName ?? 'otel-collector',
      memoryReservationMiB: reservation(props),
      docs: 'https://aws-otel.github.io/docs/setup/ecs',
    };
    checkCollector(at, props, needs);
    super(scope, id);

    const { task, memoryLimitMiB = MEMORY_MIB, config = {} } = props;
    const memoryMiB = Token.isUnresolved(memoryLimitMiB) ? undefined : memoryLimitMiB;
    // Other containers reach it by a link.
    const host = task.taskDefinition.networkMode === ecs.NetworkMode.BRIDGE ? '0.0.0.0' : 'localhost';
    const exporters = define(this, host, props.pipelines);
    const generated = collectorConfig({ host, memoryMiB, exporters });
    this.container = addSidecar(this, props, {
      ...needs,
      defaultImage: SIDECAR_IMAGES.otelCollector,
      essential: false,
      container: {
        environment: {
          AOT_CONFIG_CONTENT: configText(this, mergeConfig(generated, config)),
          // ECS sets it on Fargate only.
          AWS_REGION: Stack.of(this).region,
          ...memoryMiB === undefined ? {} : { GOMEMLIMIT: `${softMemoryMiB(memoryMiB)}MiB` },
        },
        secrets: Object.assign({}, ...exporters.map(({ secrets }) => secrets)),
        // The image has no shell.
        healthCheck: { command: ['CMD', '/healthcheck'] },
      },
    });
    const permissions = exporters.flatMap((exporter) => exporter.permissions ?? []);
    if (permissions.length > 0) grantBeforeStart(this, task, needs.containerName, ...permissions);
    const serviceName = props.serviceName ?? task.node.path;
    eachServed(task.taskDefinition, props.containerNames, (container) => serve(container, this.container, serviceName, signalsWithout(exporters)));
  }
}

function reservation({ memoryLimitMiB }: OtelCollectorProps): number {
  return memoryLimitMiB === undefined || Token.isUnresolved(memoryLimitMiB) ? MEMORY_MIB : Math.min(memoryLimitMiB, MEMORY_MIB);
}

/** The exporters of the pipelines; those of one type are numbered. */
function define(collector: Construct, host: string, pipelines: readonly OtelPipeline[]): readonly DefinedExporter[] {
  return pipelines.map((pipeline, index) => {
    const before = pipelines.slice(0, index).filter(({ _type }) => _type === pipeline._type).length;
    return pipeline._define({ collector, host, id: before === 0 ? pipeline._type : `${pipeline._type}/${before + 1}` });
  });
}

/** Lets a container send to the collector. */
function serve(container: ecs.ContainerDefinition, collector: ecs.ContainerDefinition, serviceName: string, without: readonly Signal[]): void {
  waitFor(container, collector, ecs.ContainerDependencyCondition.START);
  addVariables(container, {
    OTEL_EXPORTER_OTLP_ENDPOINT: `http://${agentHost(container, collector)}:${OTLP_PORTS.http}`,
    OTEL_EXPORTER_OTLP_PROTOCOL: 'http/protobuf',
    OTEL_SERVICE_NAME: serviceName,
    // An SDK sends all signals by default, and would log an error for each that the collector does not accept.
    ...Object.fromEntries(without.map((signal) => [`OTEL_${signal.toUpperCase()}_EXPORTER`, 'none'])),
  });
}
