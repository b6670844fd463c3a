export * from './deployment-time';
export * from './estimates';
export * from './settings';
export * from './timing-of-service';
export * from './timing-table';
