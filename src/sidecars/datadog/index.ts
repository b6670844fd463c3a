export * from './datadog-agent';
export * from './datadog-agent-props';
