export * from './cloudwatch';
export * from './datadog';
export * from './firelens';
export * from './opentelemetry';
export * from './sidecar-options';
