export * from './gotcha';
export * from './gotchas';
