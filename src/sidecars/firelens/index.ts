export * from './fire-lens-logs';
export * from './fire-lens-logs-props';
export * from './log-destination';
export * from './log-destination-options';
export * from './multiline-logs';
