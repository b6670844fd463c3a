export * from './container-permission';
export * from './task-role-bundle';
