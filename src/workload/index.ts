export * from './connect-options';
export * from './ecs-task';
export * from './ecs-workload';
export type { IScalableService } from './scalable-service';
