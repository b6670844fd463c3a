export * from './one-off-task';
export * from './one-off-task-props';
export * from './pre-deploy-task';
export * from './task-run-options';
