export * from './application-signals';
export * from './application-signals-props';
export * from './cloudwatch-agent';
export * from './cloudwatch-agent-props';
export * from './instrumented-runtime';
