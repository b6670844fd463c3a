export * from './circuit-breaker-threshold';
export * from './code-deploy-options';
export * from './deployment';
export * from './deployment-alarms';
export * from './deployment-hook';
export * from './rolling-options';
export * from './test-traffic';
export * from './traffic-shift-options';
