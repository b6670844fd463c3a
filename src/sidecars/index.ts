export * from './sidecar-options';
