export * from './container-options';
export * from './containers-props';
export * from './fargate-size';
export * from './logging-options';
