export * from './cloudwatch';
export * from './opentelemetry';
export * from './sidecar-options';
