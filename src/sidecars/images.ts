/**
 * Images of the sidecars of this release: exact versions, so that a new task runs what the last one ran. A release of this library
 * changes them, and the option `image` of each part has precedence.
 */
export const SIDECAR_IMAGES = {
  /** https://github.com/aws/aws-for-fluent-bit/releases */
  fluentBit: 'public.ecr.aws/aws-observability/aws-for-fluent-bit:3.5.10',
  /** The same version, with the process that downloads configuration files at its start. */
  fluentBitInit: 'public.ecr.aws/aws-observability/aws-for-fluent-bit:init-3.5.10',
  /** https://github.com/aws-observability/aws-otel-collector/releases */
  otelCollector: 'public.ecr.aws/aws-observability/aws-otel-collector:v0.49.0',
  /** https://gallery.ecr.aws/cloudwatch-agent/cloudwatch-agent */
  cloudWatchAgent: 'public.ecr.aws/cloudwatch-agent/cloudwatch-agent:1.300072.0b1766',
  /** https://github.com/DataDog/datadog-agent/releases */
  datadogAgent: 'public.ecr.aws/datadog/agent:7.84.6',
  /** The program that traces processes for the agent, in the version of the agent. */
  datadogTracer: 'public.ecr.aws/datadog/cws-instrumentation:7.84.6',
} as const;
