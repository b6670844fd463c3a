export * from './cpu-target-scaling';
export * from './memory-target-scaling';
export * from './request-count-target-scaling';
export * from './scaling-range';
export * from './target-scaling-props';
