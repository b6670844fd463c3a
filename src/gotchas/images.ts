import { known } from '../facts/fact';
import type { ImageFacts } from '../facts/image';

/** The repository of an image, without registry host, tag and digest: `library/nginx`. */
export function repositoryOf(image: ImageFacts): string {
  const [name] = known(image.reference).split('@');
  const path = name.replace(/:[^:/]*$/, '');
  const [first, ...rest] = path.split('/');
  return rest.length > 0 && /[.:]|^localhost$/.test(first) ? rest.join('/') : path;
}

/** Agents that only watch: a task does its work without them. */
const TELEMETRY = new RegExp([
  'aws-xray-daemon', 'cloudwatch-agent', 'aws-otel-collector', 'opentelemetry-collector(-contrib|-k8s|-releases)?', 'otelcol(-contrib)?',
  'statsd-exporter', 'node-exporter', 'nginx-prometheus-exporter', 'newrelic/(nri-ecs|infrastructure(-bundle)?)', 'dynatrace-oneagent', 'datadog/agent',
].map((name) => `(^|/)${name}$`).join('|'));

/** Whether a container sends metrics or traces of the others. */
export function isTelemetry(image: ImageFacts): boolean {
  return TELEMETRY.test(repositoryOf(image));
}
