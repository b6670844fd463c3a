import { Token } from 'aws-cdk-lib/core';
import type { OtelCollectorProps } from './otel-collector-props';
import { checkText } from '../../checks/arguments';
import { refuse } from '../../gotchas/enforce';
import { checkSidecar, type SidecarNeeds } from '../check-sidecar';
import { checkServed } from '../task-containers';

const DOCS = 'https://opentelemetry.io/docs/collector/configuration/';
const SECTIONS = ['extensions', 'receivers', 'processors', 'exporters', 'connectors', 'service'];

/** Throws for a collector that the task can't have, or that sends nowhere. */
export function checkCollector(at: string, props: OtelCollectorProps, needs: SidecarNeeds): void {
  const { task, pipelines, containerNames, serviceName, config = {} } = props;
  if (pipelines.length === 0) {
    refuse({ headline: 'pipelines is empty, and the collector would send nothing', at, property: 'pipelines', fix: 'add a pipeline: OtelPipeline.xray()', docs: DOCS });
  }
  pipelines.forEach((pipeline, index) => {
    const property = `pipelines[${index}]`;
    if (typeof pipeline?._check !== 'function') {
      refuse({ headline: `${property} is of the type ${typeof pipeline}, it must be an OtelPipeline`, at, property, fix: 'use OtelPipeline.xray(), or another method of OtelPipeline', docs: DOCS });
    }
    pipeline._check(at, property);
  });
  // Commas and equals signs end the value in OTEL_RESOURCE_ATTRIBUTES, and collectors and SDKs read this one in the same way.
  checkText(at, 'serviceName', serviceName, /^[^\s,=][^,=]{0,254}$/, 'have 1 to 255 characters, without a comma and an equals sign', DOCS);
  checkSections(at, config);
  checkServed(at, task.taskDefinition, containerNames);
  checkSidecar(at, props, needs);
}

function checkSections(at: string, config: Record<string, unknown>): void {
  if (Token.isUnresolved(config)) return;
  const unknown = Object.keys(config).find((section) => !SECTIONS.includes(section));
  if (unknown === undefined) return;
  refuse({
    headline: `config has '${unknown}', which is no section of the configuration of a collector`,
    at,
    property: 'config',
    fix: `use the sections ${SECTIONS.join(', ')}`,
    docs: DOCS,
  });
}
