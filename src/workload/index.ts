export * from './connect-options';
export * from './ecs-workload';
