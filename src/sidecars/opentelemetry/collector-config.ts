/** A part of the configuration of a collector. */
export interface Settings {
  readonly [name: string]: unknown;
}

/** A kind of telemetry, as the configuration names it. */
export type Signal = 'traces' | 'metrics' | 'logs';

/** An exporter of the configuration, with the extensions that it uses. */
export interface ExporterConfig {
  /** The type of the exporter, and a number where another one has the type. */
  readonly id: string;
  readonly signals: readonly Signal[];
  readonly settings: Settings;
  readonly extensions?: Settings;
}

/** The part of a configuration that differs between collectors. */
export interface CollectorNeeds {
  /** The address that the receivers listen on. */
  readonly host: string;
  /** The memory of the collector in MiB; undefined: known at deployment. */
  readonly memoryMiB?: number;
  readonly exporters: readonly ExporterConfig[];
}

/** Ports of OTLP, which every SDK of OpenTelemetry knows. */
export const OTLP_PORTS = { grpc: 4317, http: 4318 } as const;

const SIGNALS: readonly Signal[] = ['traces', 'metrics', 'logs'];

/** Waiting times of the configurations for ECS that the collector of AWS brings: one call to CloudWatch a minute. */
const BATCHES: Readonly<Record<Signal, Settings>> = {
  traces: { timeout: '1s', send_batch_size: 50 },
  metrics: { timeout: '60s' },
  logs: { timeout: '1s' },
};

/**
 * The configuration of a collector that receives OTLP: one pipeline for each signal of the exporters.
 *
 * @see https://opentelemetry.io/docs/collector/configuration/
 */
export function collectorConfig({ host, memoryMiB, exporters }: CollectorNeeds): Settings {
  const signals = signalsOf(exporters);
  const extensions: Settings = Object.assign({ health_check: {} }, ...exporters.map((exporter) => exporter.extensions));
  return {
    extensions,
    receivers: {
      otlp: { protocols: { grpc: { endpoint: `${host}:${OTLP_PORTS.grpc}` }, http: { endpoint: `${host}:${OTLP_PORTS.http}` } } },
    },
    processors: {
      memory_limiter: { check_interval: '1s', ...memoryLimits(memoryMiB) },
      resource_detection: { detectors: ['env', 'ecs'], override: false, timeout: '2s' },
      // Two tasks of a service would write to one time series of Prometheus.
      resource: { attributes: [{ key: 'service.instance.id', from_attribute: 'aws.ecs.task.id', action: 'insert' }] },
      ...Object.fromEntries(signals.map((signal) => [`batch/${signal}`, BATCHES[signal]])),
    },
    exporters: Object.fromEntries(exporters.map(({ id, settings }) => [id, settings])),
    service: {
      extensions: Object.keys(extensions),
      pipelines: Object.fromEntries(signals.map((signal) => [signal, {
        receivers: ['otlp'],
        processors: ['memory_limiter', 'resource_detection', 'resource', `batch/${signal}`],
        exporters: exporters.filter((exporter) => exporter.signals.includes(signal)).map(({ id }) => id),
      }])),
    },
  };
}

/** The signals that at least one exporter accepts. */
export function signalsOf(exporters: readonly Pick<ExporterConfig, 'signals'>[]): readonly Signal[] {
  return SIGNALS.filter((signal) => exporters.some((exporter) => exporter.signals.includes(signal)));
}

/** The signals that no exporter accepts. */
export function signalsWithout(exporters: readonly Pick<ExporterConfig, 'signals'>[]): readonly Signal[] {
  const taken = signalsOf(exporters);
  return SIGNALS.filter((signal) => !taken.includes(signal));
}

/** The share of its memory that a collector fills before it refuses data, as OpenTelemetry advises. */
export function softMemoryMiB(memoryMiB: number): number {
  return Math.floor(memoryMiB * 0.8);
}

function memoryLimits(memoryMiB: number | undefined): Settings {
  return memoryMiB === undefined
    ? { limit_percentage: 80, spike_limit_percentage: 20 }
    : { limit_mib: softMemoryMiB(memoryMiB), spike_limit_mib: Math.floor(memoryMiB * 0.2) };
}

/** A text as the configuration has it, where `$` begins a variable. Tokens of the CDK stay what they are. */
export function literal(text: string): string {
  return text.replace(/\$(?!\{Token\[)/g, '$$$$');
}
