import { known } from '../facts/fact';
import type { ImageFacts } from '../facts/image';

/** The repository of an image, without registry host, tag and digest: `library/nginx`. */
export function repositoryOf(image: Pick<ImageFacts, 'reference'>): string {
  const [name] = known(image.reference).split('@');
  const path = name.replace(/:[^:/]*$/, '');
  const [first, ...rest] = path.split('/');
  return rest.length > 0 && /[.:]|^localhost$/.test(first) ? rest.join('/') : path;
}

/** Registries on the internet, which no endpoint leads to. */
const PUBLIC_REGISTRIES = new RegExp(`^(${[
  'docker.io', '[\\w-]+.docker.io', 'public.ecr.aws', 'ghcr.io', 'quay.io', '([\\w-]+.)?gcr.io', '[\\w-]+.pkg.dev', 'mcr.microsoft.com', 'registry.k8s.io',
  'registry.gitlab.com', 'nvcr.io', 'docker.elastic.co', 'lscr.io',
].join('|').replaceAll('.', '\\.')})$`);

/** Returns true if an image may be from a private registry, which may be in the network of the tasks. */
export function mayBeFromOwnRegistry({ reference }: ImageFacts): boolean {
  const [first, ...rest] = typeof reference === 'string' ? reference.split('/') : [''];
  return rest.length > 0 && /[.:]|^localhost$/.test(first) && !PUBLIC_REGISTRIES.test(first);
}

/** Agents that only watch: a task does its work without them. */
const TELEMETRY = new RegExp([
  'aws-xray-daemon', 'cloudwatch-agent', 'aws-otel-collector', 'opentelemetry-collector(-contrib|-k8s|-releases)?', 'otelcol(-contrib)?',
  'statsd-exporter', 'node-exporter', 'nginx-prometheus-exporter', 'newrelic/(nri-ecs|infrastructure(-bundle)?)', 'dynatrace-oneagent', 'datadog/agent',
].map((name) => `(^|/)${name}$`).join('|'));

/** Returns true if a container sends metrics or traces of the others. */
export function isTelemetry(image: Pick<ImageFacts, 'reference'>): boolean {
  return TELEMETRY.test(repositoryOf(image));
}
