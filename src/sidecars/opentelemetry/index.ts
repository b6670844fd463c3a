export * from './otel-collector';
export * from './otel-collector-props';
export * from './otel-pipeline';
export * from './pipeline-options';
