import type { Signal } from '../../src/sidecars/opentelemetry/collector-config';

/** The version that the components are of. */
export const ADOT_VERSION = 'v0.49.0';

/** A component of the collector of AWS Distro for OpenTelemetry, as far as this library configures it. */
interface Component {
  readonly settings: readonly string[];
  /** The signals of an exporter. */
  readonly signals?: readonly Signal[];
}

/**
 * The components of the collector, with their settings.
 *
 * Read in pkg/defaultcomponents/defaults.go of https://github.com/aws-observability/aws-otel-collector at the tag, and in the `Config` of
 * each component at OpenTelemetry v0.156.0, which go.mod names there.
 */
export const COMPONENTS: Readonly<Record<'extensions' | 'receivers' | 'processors' | 'exporters', Readonly<Record<string, Component>>>> = {
  extensions: {
    health_check: { settings: ['endpoint', 'path'] },
    awsproxy: { settings: ['endpoint', 'proxy_address', 'tls', 'region', 'role_arn', 'aws_endpoint', 'local_mode', 'service_name'] },
    sigv4auth: { settings: ['region', 'service', 'assume_role'] },
  },
  receivers: {
    otlp: { settings: ['protocols'] },
  },
  processors: {
    memory_limiter: { settings: ['check_interval', 'limit_mib', 'spike_limit_mib', 'limit_percentage', 'spike_limit_percentage'] },
    resource_detection: { settings: ['detectors', 'override', 'timeout'] },
    resource: { settings: ['attributes'] },
    batch: { settings: ['timeout', 'send_batch_size', 'send_batch_max_size'] },
  },
  exporters: {
    awsxray: { settings: ['region', 'endpoint', 'indexed_attributes', 'index_all_attributes', 'telemetry'], signals: ['traces'] },
    awsemf: { settings: ['region', 'namespace', 'log_group_name', 'log_stream_name', 'dimension_rollup_option'], signals: ['metrics'] },
    prometheus_remote_write: { settings: ['endpoint', 'auth', 'headers', 'namespace'], signals: ['metrics'] },
    otlp_http: { settings: ['endpoint', 'headers', 'compression', 'auth'], signals: ['traces', 'metrics', 'logs'] },
  },
};
