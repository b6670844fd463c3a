export * from './one-off-task';
export * from './pre-deploy-task';
