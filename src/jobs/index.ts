export * from './one-off-task';
