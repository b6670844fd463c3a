export * from './connect-options';
export * from './ecs-task';
export * from './ecs-workload';
