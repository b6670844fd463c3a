export * from './ecs-guardrails';
